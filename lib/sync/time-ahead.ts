import "server-only";
import { and, eq, gt } from "drizzle-orm";
import type { Db } from "@/lib/store/database";
import { connections } from "@/lib/store/tables/connections";
import { sweeps } from "@/lib/store/tables/sweeps";

/** By so much the clocks of instances may differ. */
const APART_MS = 300_000;

/** Whether a look that is on record lies ahead of now: then a clock has been set back since. */
export const liesAhead = (at: number, now: number): boolean => at > now + APART_MS;

/**
 * Takes back what the record claims of a time that a clock set back has yet to bring, so that what is seen now counts
 * as newer. `db` is the caller's transaction, which holds the upstream's row.
 * @param swept gives when the latest sweep began that is left then
 */
export async function takeBackAhead(
  db: Db,
  upstream_id: number,
  now: number,
  swept: () => Promise<number | null>,
): Promise<void> {
  const ahead = now + APART_MS;
  const gone = await db
    .delete(sweeps)
    .where(and(eq(sweeps.upstream_id, upstream_id), gt(sweeps.started_at, ahead)))
    .returning({ started_at: sweeps.started_at });
  if (gone.length === 0) return;
  await db
    .update(connections)
    .set({ read_started_at: (await swept()) ?? now })
    .where(and(eq(connections.upstream_id, upstream_id), gt(connections.read_started_at, ahead)));
}
