import "server-only";
import { and, desc, eq, gt, gte, lte } from "drizzle-orm";
import type { Observation, Stretch } from "@/lib/model/observation";
import type { Db } from "@/lib/store/database";
import { observations } from "@/lib/store/tables/observations";

/** A look may be late by this much, and by half an interval. */
const GRACE_MS = 60_000;

/** The longest pause between two sweeps that misses none, in milliseconds. */
export const gapOf = (interval_ms: number): number => Math.ceil(interval_ms * 1.5) + GRACE_MS;

/**
 * Writes down that the account was looked at: the present span grows, and where a look was missed a new one begins.
 * What earlier spans claim of a time that a clock set back has yet to bring is taken back. `db` is the caller's
 * transaction, which holds the upstream's row.
 * @returns the time that nobody looked at before this look, null where none was missed or it was the first
 */
export async function observe(
  db: Db,
  upstream_id: number,
  at: number,
  gap_ms: number,
): Promise<Stretch | null> {
  const own = eq(observations.upstream_id, upstream_id);
  await db.delete(observations).where(and(own, gt(observations.began_at, at)));
  await db
    .update(observations)
    .set({ until_at: at })
    .where(and(own, gt(observations.until_at, at), lte(observations.began_at, at)));
  const [last] = await db
    .select()
    .from(observations)
    .where(own)
    .orderBy(desc(observations.until_at), desc(observations.id))
    .limit(1);
  if (last && at - last.until_at <= Math.max(gap_ms, last.gap_ms)) {
    await db.update(observations).set({ until_at: at, gap_ms }).where(eq(observations.id, last.id));
    return null;
  }
  await db.insert(observations).values({ upstream_id, began_at: at, until_at: at, gap_ms });
  return last ? { from: last.until_at, to: at } : null;
}

/** The spans that reach into the time from `from` on, oldest first. */
export async function observationsSince(db: Db, upstream_id: number, from: number): Promise<Observation[]> {
  const { began_at, until_at, gap_ms } = observations;
  return db
    .select({ began_at, until_at, gap_ms })
    .from(observations)
    .where(and(eq(observations.upstream_id, upstream_id), gte(until_at, from)))
    .orderBy(began_at);
}
