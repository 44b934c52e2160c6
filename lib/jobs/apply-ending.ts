import "server-only";
import type { AppError } from "@/lib/errors";
import type { Ending } from "@/lib/jobs/running-job";
import type { Weighed } from "@/lib/jobs/weigh-changes";
import { countOf, figure } from "@/lib/model/names";
import type { BoundChanges } from "@/lib/model/schema/bind-changes";
import { changeCounts } from "@/lib/model/schema/change-counts";
import { changeWords } from "@/lib/model/schema/change-words";
import type { ApplyResult } from "@/lib/model/schema/schema-answers";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";

/** What went wrong on the way. */
export interface Told {
  already: number;
  /** Why the answer to what was sent is not known. */
  lost: AppError | null;
  /** Why something was not sent or not accepted. */
  trouble: AppError | null;
}

const NOTHING: SchemaChanges = { schemas: [] };

/** The changes do not fit what Fivetran has now. */
export function conflictEnding(changes: SchemaChanges, bound: BoundChanges): Ending<ApplyResult> {
  const many = countOf(bound.conflicts.length, "change");
  return {
    state: "failed",
    note: `Nothing was sent: ${many} cannot be made as meant, since the schema was changed elsewhere. Review it again.`,
    result: {
      applied: changeCounts(NOTHING),
      left: changes,
      unknown: NOTHING,
      conflicts: bound.conflicts,
      already: bound.already,
      revision: null,
    },
  };
}

/**
 * What an apply came to.
 * @param looks how often the schema was read again; 0 where Fivetran's own answer tells, or nothing does
 */
export function applyEnding({
  weighed,
  told,
  looks,
  revision,
}: {
  weighed: Weighed;
  told: Told;
  looks: number;
  revision: number | null;
}): Ending<ApplyResult> {
  const { already, lost, trouble } = told;
  const blind = lost !== null && looks === 0;
  const applied = changeCounts(weighed.applied);
  const left = changeCounts(weighed.left);
  const result: ApplyResult = {
    applied,
    left: blind ? NOTHING : weighed.left,
    unknown: blind ? weighed.left : NOTHING,
    conflicts: weighed.conflicts,
    already,
    revision,
  };
  const why = (lost ?? trouble)?.message;
  const end = (state: Ending["state"], note: string) => ({ state, note, result }) as Ending<ApplyResult>;
  if (blind) {
    const many = countOf(left.total, "change");
    return end(
      "unknown",
      `Whether ${many} ${left.total === 1 ? "was" : "were"} applied is not known, and Fivetran could not be asked since. ${why} Read the schema again before you apply the rest.`,
    );
  }
  // What was not known then is known since.
  const seen =
    looks > 0 && lost ? ` ${firstSentence(lost.message)} The schema was read again ${timesOf(looks)}.` : "";
  if (left.total === 0 && applied.total === 0) {
    return end("done", "Fivetran had all of it already. Nothing was sent.");
  }
  if (left.total === 0) {
    const before = already > 0 ? ` ${countOf(already, "more was", "more were")} so already.` : "";
    return end(
      "done",
      `${countOf(applied.total, "change")} applied: ${changeWords(applied)}.${before}${seen}`,
    );
  }
  const stopped = trouble?.message === "It was stopped.";
  const state = stopped ? "canceled" : "failed";
  const reason = lost ? seen : why ? ` ${why}` : " Fivetran accepted the request and did not do all of it.";
  if (applied.total === 0) return end(state, `Nothing was applied.${reason}`);
  return end(
    state,
    `${figure(applied.total)} of ${countOf(applied.total + left.total, "change")} applied (${changeWords(applied)}); ${figure(left.total)} not (${changeWords(left)}).${reason}`,
  );
}

const firstSentence = (text: string) => /^.*?\.(?= |$)/.exec(text)?.[0] ?? text;

const timesOf = (looks: number) => (looks === 1 ? "once" : `${looks} times`);
