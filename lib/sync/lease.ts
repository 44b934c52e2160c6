import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { type Db, rowsOf } from "@/lib/store/database";
import { instance } from "@/lib/store/instance";
import { leases } from "@/lib/store/tables/leases";

export interface Lease {
  upstream_id: number;
  name: string;
  holder: string;
  /** Grows with each change of holder: a write under an older one is refused. */
  token: number;
  /** What the last holder left. */
  state: unknown;
}

/** The database's clock: those of several machines need not agree. */
const NOW = sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/** Takes the lease if it is free, run out, or ours already; null while another holds it. */
export async function takeLease(
  db: Db,
  upstream_id: number,
  name: string,
  ms: number,
  holder = instance(),
): Promise<Lease | null> {
  const [row] = rowsOf<{ token: string | number; state: string | null }>(
    await db.execute(sql`
      insert into ${leases} as held (upstream_id, name, holder, token, expires_at)
      values (${upstream_id}, ${name}, ${holder}, 1, ${NOW} + ${ms}::bigint)
      on conflict (upstream_id, name) do update set
        holder = excluded.holder,
        token = held.token + case when held.holder = excluded.holder then 0 else 1 end,
        expires_at = excluded.expires_at
      where held.holder = excluded.holder or held.expires_at <= ${NOW}
      returning held.token, held.state`),
  );
  if (!row) return null;
  const state: unknown = row.state === null ? null : JSON.parse(row.state);
  return { upstream_id, name, holder, token: Number(row.token), state };
}

const mine = (lease: Lease) =>
  and(
    eq(leases.upstream_id, lease.upstream_id),
    eq(leases.name, lease.name),
    eq(leases.holder, lease.holder),
    eq(leases.token, lease.token),
  );

/** Leaves word for the next holder; does nothing once the lease is lost. */
export async function noteOnLease(db: Db, lease: Lease, state: unknown): Promise<void> {
  await db.update(leases).set({ state }).where(mine(lease));
}

/** What the holder of a lease noted on it; null for nothing. */
export async function leaseNote(db: Db, upstream_id: number, name: string): Promise<unknown> {
  const [row] = await db
    .select({ state: leases.state })
    .from(leases)
    .where(and(eq(leases.upstream_id, upstream_id), eq(leases.name, name)));
  return row?.state ?? null;
}

/** Gives the lease back at once, so that another need not wait for it to run out. */
export async function dropLease(db: Db, lease: Lease): Promise<void> {
  await db.update(leases).set({ expires_at: 0 }).where(mine(lease));
}

/**
 * Holds the lease's row until the transaction ends.
 * @throws AppError `conflict` when another has taken it: a process that was stopped for a while must not write
 */
export async function assertLease(db: Db, lease: Lease): Promise<void> {
  const [row] = await db.select({ token: leases.token }).from(leases).where(mine(lease)).for("share");
  if (!row) throw new AppError("conflict", "Another instance has taken over the polling.");
}
