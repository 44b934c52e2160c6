import { type Objective, objectiveOf } from "@/lib/model/objective/objective";
import { nextCounted } from "@/lib/model/objective/working-hours";
import type { ConnectionRow } from "@/lib/model/snapshot";

const MINUTE = 60_000;

/** How many connections of an objective keep it at present. */
export interface ObjectiveCount {
  objective: Objective;
  on_time: number;
  late: number;
  paused: number;
  never_synced: number;
}

/** A connection that is late, or that will be the next. */
export interface LateRow {
  row: ConnectionRow;
  objective: Objective;
  /** Past the target since then, or from then on. */
  at: number;
}

export interface ObjectivesNow {
  /** In the order of the objectives. */
  counts: ObjectiveCount[];
  /** How many connections no objective fits. */
  without: number;
  /** The longest past their target first. */
  late: LateRow[];
  /** Who will be late first unless a sync succeeds; null for nobody within two weeks. */
  next: LateRow | null;
}

/** How the account keeps its objectives at `now`, for as many connections as it has; `tags` by connection. */
export function objectivesNow(
  objectives: readonly Objective[],
  rows: readonly ConnectionRow[],
  tags: ReadonlyMap<string, readonly string[]>,
  now: number,
): ObjectivesNow {
  const counts = new Map(
    objectives.map((objective): [string, ObjectiveCount] => [
      objective.id,
      { objective, on_time: 0, late: 0, paused: 0, never_synced: 0 },
    ]),
  );
  const counting = new Map(objectives.map(({ id, hours }) => [id, nextCounted(hours, now)]));
  const soonest = new Map<string, LateRow>();
  const late: LateRow[] = [];
  let without = 0;
  for (const row of rows) {
    const objective = objectiveOf(objectives, row, tags.get(row.id) ?? []);
    const count = objective && counts.get(objective.id);
    if (!objective || !count) without += 1;
    else if (row.paused) count.paused += 1;
    else if (row.succeeded_at === null) count.never_synced += 1;
    else {
      const at = row.succeeded_at + objective.target_minutes * MINUTE;
      const lateNow = at <= now && counting.get(objective.id) === now;
      if (lateNow) late.push({ row, objective, at });
      else if (at < (soonest.get(objective.id)?.at ?? Number.POSITIVE_INFINITY))
        soonest.set(objective.id, { row, objective, at });
      count[lateNow ? "late" : "on_time"] += 1;
    }
  }
  const coming = [...soonest.values()].flatMap((one) => {
    const at = nextCounted(one.objective.hours, Math.max(one.at, now));
    return at === null ? [] : [{ ...one, at }];
  });
  return {
    counts: [...counts.values()],
    without,
    late: late.sort((a, b) => a.at - b.at),
    next: coming.sort((a, b) => a.at - b.at)[0] ?? null,
  };
}
