import type { AlertRule } from "@/lib/model/alert/alert-rule";
import { lastSyncFailed } from "@/lib/model/health";
import { healthCase } from "@/lib/model/health-case";
import type { Objective } from "@/lib/model/objective/objective";
import { targetWords } from "@/lib/model/objective/objective-words";
import type { ConnectionRow } from "@/lib/model/snapshot";

const MINUTE = 60_000;

/** How one connection is, for a rule. */
export interface ConnectionCase {
  row: ConnectionRow;
  now: number;
  objective: Objective | undefined;
  /** Whether its objective counts now. */
  counts: boolean;
}

/** What is wrong and since when; `held` where a sync that runs has yet to tell; null for nothing. */
export type Verdict = { since: number; words: string } | "held" | null;

type OfConnections = Exclude<AlertRule["what"], "webhooks" | "stale" | "key_expiry">;

const JUDGES: Record<OfConnections, (it: ConnectionCase) => Verdict> = {
  broken: ({ row, now }) => {
    const { health, kind } = healthCase(row, now);
    if (health === "syncing") return lastSyncFailed(row) ? "held" : null;
    if (health !== "broken") return null;
    const why = row.task ? ` Fivetran says: ${row.task.message}` : "";
    const words = kind === "failing" ? "Its last sync failed." : "It is broken: a person has to act.";
    return { since: row.health_since, words: `${words}${ended(why)}` };
  },
  delayed: ({ row, now }) => {
    const { health, kind } = healthCase(row, now);
    if (health === "syncing") return row.update_state === "delayed" ? "held" : null;
    if (health !== "delayed") return null;
    const words = kind === "delayed" ? "Its data is delayed." : "Its sync was rescheduled.";
    return { since: row.health_since, words };
  },
  incomplete: ({ row, now }) =>
    healthCase(row, now).health === "incomplete"
      ? { since: row.health_since, words: "Its setup is not finished." }
      : null,
  late: ({ row, now, objective, counts }) => {
    if (!objective || row.paused || row.succeeded_at === null) return null;
    const at = row.succeeded_at + objective.target_minutes * MINUTE;
    if (at > now) return null;
    if (!counts) return "held";
    const target = targetWords(objective.target_minutes);
    return { since: at, words: `No good sync within ${target}, which ${objective.name} asks for.` };
  },
  too_long: ({ row, now }) =>
    healthCase(row, now).kind === "too_long"
      ? { since: row.health_since, words: "Its sync runs far longer than usual." }
      : null,
  paused: ({ row, now }) =>
    healthCase(row, now).health === "paused" ? { since: row.health_since, words: "It is paused." } : null,
};

const ended = (text: string): string => (text === "" || /[.!?]$/.test(text) ? text : `${text}.`);

/** How a rule about connections finds one of them, before it is asked how long that has lasted. */
export function connectionVerdict(what: OfConnections, it: ConnectionCase): Verdict {
  return JUDGES[what](it);
}
