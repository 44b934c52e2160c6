import type { Alert } from "@/lib/model/alert/alert";
import type { AlertWhat, Severity } from "@/lib/model/alert/alert-rule";

export type NoticeEvent = "opened" | "still" | "acknowledged" | "recovered" | "test";

/** One alert as a notice tells of it. */
export interface NoticeAlert
  extends Pick<Alert, "id" | "name" | "words" | "connection_id" | "group_id" | "since"> {}

/** What is told at one moment: of one alert, or of several that a rule found together. */
export interface Notice {
  id: string;
  event: NoticeEvent;
  /** Epoch milliseconds. */
  at: number;
  rule: { id: string; name: string; what: AlertWhat; severity: Severity };
  /** The first of them; `total` counts all. */
  alerts: NoticeAlert[];
  total: number;
  /** Who acknowledged. */
  actor: string | null;
  /** Only for receivers that keep incidents, which this one ends: nobody is to be told. */
  quiet: boolean;
  /** The incidents it begins, confirms or ends, by the id that a receiver knows them by. */
  incidents: string[];
  /** Notices of one thread reach a receiver in their order. */
  thread: string;
}

/** So many alerts are named in a notice. */
export const MOST_NAMED_ALERTS = 20;

/** An incident is one alert, or all that were told of together. */
export const incidentOf = ({ id, bundle }: Pick<Alert, "id" | "bundle">): string => bundle ?? id;

/** A notice of these alerts, which are one at least and of one rule. */
export function noticeOf(
  id: string,
  event: NoticeEvent,
  alerts: readonly Alert[],
  { at, actor = null, quiet = false, incidents }: Pick<Notice, "at" | "incidents"> & Partial<Notice>,
): Notice {
  const [first] = alerts;
  const threads = new Set(alerts.map(incidentOf));
  return {
    id,
    event,
    at,
    rule: {
      id: first?.rule_id ?? "",
      name: first?.rule_name ?? "",
      what: first?.what ?? "broken",
      severity: first?.severity ?? "info",
    },
    alerts: alerts
      .slice(0, MOST_NAMED_ALERTS)
      .map(({ id: own, name, words, connection_id, group_id, since }) => ({
        id: own,
        name,
        words,
        connection_id,
        group_id,
        since,
      })),
    total: alerts.length,
    actor,
    quiet,
    incidents,
    thread: threads.size === 1 ? ([...threads][0] ?? id) : id,
  };
}
