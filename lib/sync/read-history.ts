import "server-only";
import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { fivetran } from "@/lib/fivetran/client";
import type { Asker } from "@/lib/fivetran/quota";
import type { Told } from "@/lib/model/told-sync";
import { store } from "@/lib/store/db";
import { connections } from "@/lib/store/tables/connections";
import { historyReads } from "@/lib/store/tables/history-reads";
import { upstreams } from "@/lib/store/tables/upstreams";
import { currentUpstream } from "@/lib/store/upstream";
import { toldByRecord } from "@/lib/sync/history-record";
import { memory } from "@/lib/sync/memory";
import { recordSync } from "@/lib/sync/record-sync";
import { syncPaces } from "@/lib/sync/sync-pace";
import { writeSnapshot } from "@/lib/sync/write-snapshot";

const HOUR = 3_600_000;
/** The longest window that Fivetran answers (its reference: Retrieve Connection Sync History). */
const WINDOW_MS = 7 * 24 * HOUR;
/** A sync that ran at the last read has ended since. */
const OVERLAP_MS = 6 * HOUR;
/** Fivetran's clock may be ahead of ours. */
const AHEAD_MS = 60_000;
/** An account that does not answer may do so one day. */
const ASK_AGAIN_MS = 7 * 24 * HOUR;
/** So many facts are written at once: the embedded database takes them on the event loop. */
const PIECE = 200;

/** Whether Fivetran's sync history is worth asking for: an account that does not have it is not asked again for a week. */
export async function historyAnswers(upstream_id: number, now = Date.now()): Promise<boolean> {
  const { db } = await store();
  const { sync_history, sync_history_at } = upstreams;
  const [row] = await db
    .select({ sync_history, sync_history_at })
    .from(upstreams)
    .where(eq(upstreams.id, upstream_id));
  return row?.sync_history !== "absent" || now - (row.sync_history_at ?? 0) > ASK_AGAIN_MS;
}

/**
 * Reads what Fivetran still knows of a connection's syncs since the last read, at most the last seven days, and writes
 * it down. An account that does not have the history is remembered.
 * @returns how many calls it took
 * @throws AppError as the client does
 */
export async function readHistory(connection_id: string, as: Asker, signal?: AbortSignal): Promise<number> {
  const upstream_id = currentUpstream();
  const { db } = await store();
  const of = and(eq(historyReads.upstream_id, upstream_id), eq(historyReads.connection_id, connection_id));
  const [last] = await db.select().from(historyReads).where(of);
  const until = Date.now();
  const from = Math.max(until + AHEAD_MS - WINDOW_MS, (last?.read_until ?? 0) - OVERLAP_MS);
  const read = await ask(connection_id, { from, until: until + AHEAD_MS }, { as, signal });
  if (read === null) {
    await remember(upstream_id, "absent");
    return 1;
  }
  for (let at = 0; at < read.told.length; at += PIECE) {
    const facts = new Map([[connection_id, read.told.slice(at, at + PIECE)]]);
    await writeSnapshot(upstream_id, async ({ db: writing, details }) => {
      await recordSync(writing, upstream_id, facts);
      details.add(connection_id);
    });
  }
  await writePace(upstream_id, connection_id);
  const joins = last !== undefined && from <= last.read_until;
  const span = { read_from: joins ? last.read_from : from, read_until: until };
  await db
    .insert(historyReads)
    .values({ upstream_id, connection_id, ...span })
    .onConflictDoUpdate({ target: [historyReads.upstream_id, historyReads.connection_id], set: span });
  await remember(upstream_id, "there");
  return read.calls;
}

/** What was read tells how long syncs take. */
async function writePace(upstream_id: number, id: string): Promise<void> {
  await writeSnapshot(upstream_id, async ({ db, touch }) => {
    const pace = (await syncPaces(db, upstream_id, [id])).get(id);
    const row = memory().rows.get(id);
    if (!pace || !row || (pace.usual_ms === row.usual_ms && pace.slow_ms === row.slow_ms)) return;
    await db
      .update(connections)
      .set({ ...pace, version: touch() })
      .where(and(eq(connections.upstream_id, upstream_id), eq(connections.id, id)));
  });
}

async function ask(
  connectionId: string,
  { from, until }: { from: number; until: number },
  asking: { as: Asker; signal?: AbortSignal | undefined },
): Promise<{ told: Told[]; calls: number } | null> {
  const told: Told[] = [];
  let calls = 0;
  for (let cursor: string | undefined; ; ) {
    const query = { start_time: iso(from), end_time: iso(until), limit: 1000, cursor };
    const page = await fivetran()
      .call("connection_sync_history", { params: { connectionId }, query, ...asking })
      .catch((error: unknown) => {
        if (lacksHistory(error)) return null;
        throw error;
      });
    calls += 1;
    if (page === null) return null;
    told.push(...page.items.flatMap((record) => toldByRecord(record) ?? []));
    cursor = page.next_cursor ?? undefined;
    if (cursor === undefined) return { told, calls };
  }
}

const iso = (at: number): string => new Date(at).toISOString();

/** No such address, or no right to it: not the same as a connection that is gone. */
function lacksHistory(error: unknown): boolean {
  if (!(error instanceof AppError)) return false;
  if (error.code === "forbidden") return true;
  return error.code === "not_found" && !error.facts.upstream_code?.startsWith("NotFound_Conn");
}

async function remember(upstream_id: number, sync_history: "there" | "absent"): Promise<void> {
  const { db } = await store();
  await db
    .update(upstreams)
    .set({ sync_history, sync_history_at: Date.now() })
    .where(eq(upstreams.id, upstream_id));
}
