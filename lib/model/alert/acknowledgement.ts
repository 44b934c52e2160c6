import type { Alert } from "@/lib/model/alert/alert";
import { countOf, listOf } from "@/lib/model/names";

/** What became of one alert that was to be acknowledged together with others. */
export interface Acknowledgement {
  id: string;
  /** `before`: somebody else was faster, and it stays theirs; `gone`: there is no such alert, or it is no longer kept. */
  outcome: "acknowledged" | "before" | "over" | "gone";
  /** Who acknowledged it before. */
  by: string | null;
}

/** What acknowledging comes to for an alert as it stands; undefined for none of that id. */
export function acknowledgement(id: string, alert: Alert | undefined): Acknowledgement {
  if (!alert) return { id, outcome: "gone", by: null };
  if (alert.recovered_at !== null) return { id, outcome: "over", by: null };
  const by = alert.acknowledged_by;
  return by === null ? { id, outcome: "acknowledged", by } : { id, outcome: "before", by };
}

/** "Acknowledged 12 alerts", and what became of the others; null where there are none. */
export function acknowledgedWords(all: readonly Acknowledgement[]): { title: string; detail: string | null } {
  const count = (outcome: Acknowledgement["outcome"]) => all.filter((it) => it.outcome === outcome).length;
  const names = new Set(all.flatMap(({ outcome, by }) => (outcome === "before" && by !== null ? [by] : [])));
  const done = count("acknowledged");
  const verb = (many: number) => (many === 1 ? "was" : "were");
  const some = (many: number, words: string) => (many === 0 ? [] : [`${many} ${words}`]);
  const rest = [
    ...some(count("before"), `${verb(count("before"))} acknowledged by ${listOf([...names])} before`),
    ...some(count("over"), `${count("over") === 1 ? "is" : "are"} over meanwhile`),
    ...some(count("gone"), `${count("gone") === 1 ? "is" : "are"} no longer kept`),
  ];
  return {
    title: done === 0 ? "There was nothing left to acknowledge" : `Acknowledged ${countOf(done, "alert")}`,
    detail: rest.length === 0 ? null : `${listOf(rest)}.`,
  };
}
