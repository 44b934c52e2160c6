import { type Objective, objectiveOf } from "@/lib/model/objective/objective";
import { nextCounted } from "@/lib/model/objective/working-hours";
import type { ConnectionRow } from "@/lib/model/snapshot";

const MINUTE = 60_000;

/** How each row of a list keeps its objective, by position. Times in epoch milliseconds. */
export interface FreshnessColumns {
  /** The objective that counts for it; null for none. */
  objective: readonly (Objective | null)[];
  /** When its target ends, working hours aside; NaN where nothing is promised: paused, never synced, no objective. */
  due: Float64Array;
  /** 1 where it is late at `now`. */
  late: Uint8Array;
  now: number;
}

/** Works out for all rows at once who is late, with one look at the calendar for each objective. */
export function freshnessColumns(
  objectives: readonly Objective[],
  rows: readonly ConnectionRow[],
  tagsOf: (id: string) => readonly string[],
  now: number,
): FreshnessColumns {
  const counting = new Set(
    objectives.filter(({ hours }) => nextCounted(hours, now) === now).map(({ id }) => id),
  );
  const due = new Float64Array(rows.length).fill(Number.NaN);
  const late = new Uint8Array(rows.length);
  const objective = rows.map((row, position) => {
    const one = objectiveOf(objectives, row, tagsOf(row.id)) ?? null;
    if (!one || row.paused || row.succeeded_at === null) return one;
    const at = row.succeeded_at + one.target_minutes * MINUTE;
    due[position] = at;
    late[position] = at <= now && counting.has(one.id) ? 1 : 0;
    return one;
  });
  return { objective, due, late, now };
}
