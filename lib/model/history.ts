import type { StateChange, SyncRow } from "@/lib/model/snapshot";

/** One line of a connection's history; `at` in epoch milliseconds, the time it is sorted by. */
export type HistoryItem =
  | { kind: "change"; key: string; at: number; change: StateChange }
  | { kind: "sync"; key: string; at: number; sync: SyncRow }
  | { kind: "gap"; key: string; at: number; until: number };

export interface HistoryDay {
  /** Midnight UTC in epoch milliseconds. */
  day: number;
  items: HistoryItem[];
}

const DAY = 86_400_000;

/** State changes and syncs as one line of time, newest first, cut by UTC day. Gaps between looks stay visible. */
export function historyDays(
  changes: readonly StateChange[],
  syncs: readonly SyncRow[],
  shortestGap = 30 * 60_000,
): HistoryDay[] {
  const items: HistoryItem[] = [];
  for (const change of changes) {
    if (change.kind === "sync") continue;
    items.push({ kind: "change", key: `c${change.id}`, at: change.seen_at, change });
    const blind = change.not_before;
    if (blind !== null && change.seen_at - blind >= shortestGap) {
      items.push({ kind: "gap", key: `g${change.id}`, at: blind, until: change.seen_at });
    }
  }
  for (const sync of syncs) {
    const at = sync.ended_at ?? sync.started_at;
    if (at !== null) items.push({ kind: "sync", key: `s${sync.id}`, at, sync });
  }
  items.sort((a, b) => b.at - a.at || (a.key < b.key ? 1 : -1));
  const days: HistoryDay[] = [];
  for (const item of withoutRepeatedGaps(items)) {
    const day = Math.floor(item.at / DAY) * DAY;
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}

// Several changes found by one look share one gap.
function withoutRepeatedGaps(items: readonly HistoryItem[]): HistoryItem[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    if (item.kind !== "gap") return true;
    const span = `${item.at}-${item.until}`;
    if (seen.has(span)) return false;
    seen.add(span);
    return true;
  });
}
