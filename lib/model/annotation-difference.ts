import type { Annotation } from "@/lib/model/annotation";
import type { SettingDifference } from "@/lib/model/setting-difference";

/** What changed in an annotation, field by field, as the timeline tells it. */
export function annotationDifference(from: Annotation, to: Annotation): SettingDifference[] {
  const words = ({ tags, owners, notes, runbook }: Annotation) =>
    [
      ["tags", tags.join(", ")],
      ["owners", owners.join(", ")],
      ["notes", notes],
      ["runbook", runbook],
    ] as const;
  const after = new Map(words(to));
  return words(from).flatMap(([name, before]) => {
    const now = after.get(name) ?? "";
    return before === now ? [] : [{ name, from: before || "none", to: now || "none" }];
  });
}
