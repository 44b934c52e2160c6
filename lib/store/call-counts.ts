import "server-only";
import { and, asc, eq, gte, sql } from "drizzle-orm";
import type { CallCount } from "@/lib/model/call-feature";
import type { Db } from "@/lib/store/database";
import { callCounts } from "@/lib/store/tables/call-counts";

/** Adds calls to what is counted already, by this process and by others. */
export async function addCallCounts(
  db: Db,
  upstream_id: number,
  counts: readonly CallCount[],
): Promise<void> {
  if (counts.length === 0) return;
  await db
    .insert(callCounts)
    .values(counts.map((count) => ({ ...count, upstream_id })))
    .onConflictDoUpdate({
      target: [callCounts.upstream_id, callCounts.hour, callCounts.feature],
      set: { calls: sql`${callCounts.calls} + excluded.calls` },
    });
}

/** The calls of the hours that began at `since` or later, in epoch milliseconds; oldest first. */
export function readCallCounts(db: Db, upstream_id: number, since: number): Promise<CallCount[]> {
  const { hour, feature, calls } = callCounts;
  return db
    .select({ hour, feature, calls })
    .from(callCounts)
    .where(and(eq(callCounts.upstream_id, upstream_id), gte(hour, since)))
    .orderBy(asc(hour), asc(feature));
}
