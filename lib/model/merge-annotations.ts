import type { Annotation } from "@/lib/model/annotation";
import { fold } from "@/lib/model/connection-query";

export interface MergedAnnotation {
  /** Both put together; where they clash, mine. */
  merged: Annotation;
  /** What both changed, and each to something else. */
  clashes: ("notes" | "runbook")[];
}

/** Puts my changes on top of theirs, both made from `base`: what one added or took away stays so. */
export function mergeAnnotations(base: Annotation, mine: Annotation, theirs: Annotation): MergedAnnotation {
  const text = (field: "notes" | "runbook") => (mine[field] === base[field] ? theirs[field] : mine[field]);
  return {
    merged: {
      tags: mergeSets(base.tags, mine.tags, theirs.tags),
      owners: mergeSets(base.owners, mine.owners, theirs.owners),
      notes: text("notes"),
      runbook: text("runbook"),
    },
    clashes: (["notes", "runbook"] as const).filter(
      (field) =>
        mine[field] !== base[field] && theirs[field] !== base[field] && mine[field] !== theirs[field],
    ),
  };
}

function mergeSets(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const keys = (all: readonly string[]) => new Set(all.map(fold));
  const [before, kept, there] = [keys(base), keys(mine), keys(theirs)];
  return [
    ...theirs.filter((one) => kept.has(fold(one)) || !before.has(fold(one))),
    ...mine.filter((one) => !before.has(fold(one)) && !there.has(fold(one))),
  ];
}
