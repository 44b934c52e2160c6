import "server-only";
import type { connections } from "@/lib/store/tables/connections";
import type { Change } from "@/lib/sync/compare-looks";

export const ELSEWHERE = "elsewhere";

type Announced = Pick<typeof connections.$inferSelect, "announced_by" | "announced_at" | "announced">;

/**
 * Who brought a change about, and in which words: the person whose write was announced between the two looks
 * that differ. Health gets better or worse by itself, so only what a write does directly counts there.
 */
export function whoDid(
  change: Change,
  row: Announced | null,
  between: { not_before: number | null; seen_at: number },
  actor?: string,
): { actor: string; detail: string | null } {
  const direct =
    change.kind !== "health" || [change.from, change.to].some((it) => it === "paused" || it === "syncing");
  if (!direct) return { actor: ELSEWHERE, detail: change.detail };
  if (actor) return { actor, detail: change.detail ?? row?.announced ?? null };
  const at = row?.announced_at ?? null;
  const ours = at !== null && at <= between.seen_at && at >= (between.not_before ?? at);
  if (!ours || !row?.announced_by) return { actor: ELSEWHERE, detail: change.detail };
  return { actor: row.announced_by, detail: change.detail ?? row.announced };
}
