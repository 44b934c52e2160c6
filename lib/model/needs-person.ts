import { type ConnectionIndex, healthAt } from "@/lib/model/connection-index";
import { HEALTHS, type Health, lastSyncFailed } from "@/lib/model/health";
import type { ConnectionRow } from "@/lib/model/snapshot";

/** The healths that wait for somebody, worst first. */
export const NEEDY_HEALTHS = ["broken", "delayed", "incomplete"] as const satisfies readonly Health[];
export type NeedyHealth = (typeof NEEDY_HEALTHS)[number];

/** What helps first: reading why, finishing the setup, or starting a sync by hand. */
export type NeedAction = "see_why" | "continue_setup" | "sync_now";

export interface Need {
  row: ConnectionRow;
  health: NeedyHealth;
  /** Fivetran's own words where it gives some, else what its states amount to. */
  reason: string;
  /** Whether `reason` is quoted. */
  quoted: boolean;
  action: NeedAction;
}

const ACTIONS: Record<NeedyHealth, NeedAction> = {
  broken: "see_why",
  delayed: "sync_now",
  incomplete: "continue_setup",
};

/** The connections that wait for somebody: worst health first, then the latest to come. At most `limit` of them. */
export function needsPerson(index: ConnectionIndex, limit: number): Need[] {
  const place = (position: number) => index.health[position] ?? HEALTHS.length;
  return index.rows
    .map((_, position) => position)
    .filter((position) => isNeedy(healthAt(index, position)))
    .sort(
      (a, b) =>
        place(a) - place(b) ||
        (index.since[b] ?? 0) - (index.since[a] ?? 0) ||
        (index.name_rank[a] ?? 0) - (index.name_rank[b] ?? 0),
    )
    .slice(0, limit)
    .flatMap((position) => {
      const row = index.rows[position];
      const health = healthAt(index, position);
      if (!row || !isNeedy(health)) return [];
      return [{ row, health, ...reasonOf(row, health), action: ACTIONS[health] }];
    });
}

function isNeedy(health: Health): health is NeedyHealth {
  return NEEDY_HEALTHS.some((needy) => needy === health);
}

function reasonOf(row: ConnectionRow, health: NeedyHealth): Pick<Need, "reason" | "quoted"> {
  const told = row.task?.message.trim();
  if (told) return { reason: told, quoted: true };
  return { reason: plainReason(row, health), quoted: false };
}

function plainReason(row: ConnectionRow, health: NeedyHealth): string {
  if (health === "incomplete") return "The setup is not finished, so nothing syncs.";
  if (health === "broken") {
    if (row.setup_state === "broken") return "Fivetran calls the setup broken and names no task.";
    return lastSyncFailed(row) ? "The last sync failed; Fivetran names no task." : "Fivetran names no task.";
  }
  if (row.sync_state !== "rescheduled") return "Behind its schedule, says Fivetran.";
  if (row.schedule_type === "manual") return "Rescheduled; on a manual schedule Fivetran does not try again.";
  return "Rescheduled by Fivetran, which tries again by itself.";
}
