import type { RevisionCause, SchemaRevisionHead } from "@/lib/model/schema/schema-answers";
import { clockTime, dayOf } from "@/lib/model/time";

const CAUSES: Record<RevisionCause, string> = {
  apply: "Applied",
  undo: "Undone",
  restore: "Restored",
  reload: "Reloaded from source",
  drop_columns: "Columns dropped",
  elsewhere: "Edited elsewhere",
};

/** "Undone revision 9": what it was. */
export function causeWords({ cause, of }: Pick<SchemaRevisionHead, "cause" | "of">): string {
  if (of !== null && cause === "undo") return `Revision ${of} undone`;
  if (of !== null && cause === "restore") return `Revision ${of} restored`;
  return CAUSES[cause];
}

/** "22 Nov 03:20 UTC", or between which looks it happened where it was only found. */
export function whenWords({ at, not_before, cause }: SchemaRevisionHead, now: number): string {
  const day = (time: number) => dayOf(time, now);
  const full = (time: number) => `${day(time)} ${clockTime(time)}`;
  if (cause !== "elsewhere" || not_before === null || full(not_before) === full(at)) return `${full(at)} UTC`;
  const from = day(not_before) === day(at) ? clockTime(not_before) : full(not_before);
  return `${day(at)}, between ${from} and ${clockTime(at)} UTC`;
}
