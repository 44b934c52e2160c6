import "server-only";
import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "@/lib/store/database";
import { inBatches } from "@/lib/store/in-batches";
import { connections } from "@/lib/store/tables/connections";
import { stateChanges } from "@/lib/store/tables/state-changes";
import { sweeps } from "@/lib/store/tables/sweeps";
import { type Before, compareLooks, type Seen } from "@/lib/sync/compare-looks";
import { digestOf, factsOf, rawOf } from "@/lib/sync/connection-facts";
import type { Absence, Look } from "@/lib/sync/look";
import { recordSync } from "@/lib/sync/record-sync";
import type { SyncFact } from "@/lib/sync/sync-facts";
import { type SyncPace, syncPaces } from "@/lib/sync/sync-pace";
import { whoDid } from "@/lib/sync/who-did";
import type { Writing } from "@/lib/sync/write-snapshot";

type Stored = typeof connections.$inferSelect;
type Inserted = typeof connections.$inferInsert;

export interface Looks {
  seen: readonly Look[];
  absent: readonly Absence[];
  /** Who brought about whatever is found, where that is certain. */
  actor?: string;
}

/**
 * Brings the snapshot up to what was seen, inside one transaction: rows, state changes and syncs. An answer to
 * a request that began before the one already written is left out.
 */
export async function applyLooks(writing: Writing, looks: Looks): Promise<void> {
  const { db, upstream_id } = writing;
  const swept = await lastFullSweep(db, upstream_id);
  const brief = await loadBrief(db, upstream_id, looks);
  const found = looks.seen.filter((look) => {
    const row = brief.get(look.connection.id);
    return !row || look.started_at >= lookedAt(row, swept);
  });
  const changed: { look: Look; digest: string }[] = [];
  const same: Look[] = [];
  await inBatches(found, async (batch) => {
    for (const look of batch) {
      const digest = digestOf(look.connection);
      const row = brief.get(look.connection.id);
      const known = row && row.vanished_at === null && row.digest === digest;
      if (known && !look.detail) same.push(look);
      else changed.push({ look, digest });
    }
  });
  const lost = looks.absent.filter((absence) => {
    const row = brief.get(absence.id);
    return row && row.vanished_at === null && absence.started_at >= lookedAt(row, swept);
  });
  await inBatches(changed, (batch) => writeChanged(writing, batch, swept, looks.actor));
  await inBatches(lost, (batch) => writeVanished(writing, batch, swept, looks.actor));
  writing.confirmed = same;
}

/** Moves the time of the last look of rows that no full sweep vouches for. */
export async function confirmLooks({ db, upstream_id, confirmed }: Writing): Promise<void> {
  await inBatches(confirmed, async (batch) => {
    const list = JSON.stringify(batch.map((look) => [look.connection.id, look.started_at, look.read_at]));
    await db.execute(sql`
      update ${connections} c set read_started_at = (w.it->>1)::bigint, read_at = (w.it->>2)::bigint
      from (select value as it from json_array_elements(${list}::json)) w
      where c.upstream_id = ${upstream_id} and c.id = w.it->>0
        and c.read_started_at < (w.it->>1)::bigint`);
  });
}

interface Brief {
  id: string;
  digest: string;
  read_started_at: number;
  vanished_at: number | null;
}

/** When a row was last looked at: unchanged rows are not written by each sweep, the sweep's row speaks for them. */
function lookedAt(row: Pick<Stored, "read_started_at" | "vanished_at">, swept: number | null): number {
  return row.vanished_at === null ? Math.max(row.read_started_at, swept ?? 0) : row.read_started_at;
}

/** When the latest sweep began that saw every connection; null before the first. */
export async function lastFullSweep(db: Db, upstream_id: number): Promise<number | null> {
  const [row] = await db
    .select({ started_at: sweeps.started_at })
    .from(sweeps)
    .where(and(eq(sweeps.upstream_id, upstream_id), eq(sweeps.complete, true), isNull(sweeps.error)))
    .orderBy(desc(sweeps.started_at))
    .limit(1);
  return row?.started_at ?? null;
}

async function loadBrief(db: Db, upstream_id: number, looks: Looks): Promise<Map<string, Brief>> {
  const { id, digest, read_started_at, vanished_at } = connections;
  const ids = [...looks.seen.map((look) => look.connection.id), ...looks.absent.map((it) => it.id)];
  const one = eq(connections.upstream_id, upstream_id);
  const rows = await db
    .select({ id, digest, read_started_at, vanished_at })
    .from(connections)
    .where(ids.length > 50 ? one : and(one, inArray(connections.id, ids)));
  return new Map(rows.map((row) => [row.id, row]));
}

async function loadRows(db: Db, upstream_id: number, ids: string[]): Promise<Map<string, Stored>> {
  const rows = await db
    .select()
    .from(connections)
    .where(and(eq(connections.upstream_id, upstream_id), inArray(connections.id, ids)));
  return new Map(rows.map((row) => [row.id, row]));
}

async function writeChanged(
  writing: Writing,
  batch: readonly { look: Look; digest: string }[],
  swept: number | null,
  actor: string | undefined,
): Promise<void> {
  const { db, upstream_id } = writing;
  const stored = await loadRows(
    db,
    upstream_id,
    batch.map(({ look }) => look.connection.id),
  );
  const rows: Inserted[] = [];
  const changes: (typeof stateChanges.$inferInsert)[] = [];
  const syncs = new Map<string, SyncFact[]>();
  for (const { look, digest } of batch) {
    const row = stored.get(look.connection.id) ?? null;
    const before = row && beforeOf(row, swept);
    const now: Seen = {
      facts: factsOf(look.connection),
      raw: rawOf(look.connection, row?.raw ?? null),
      looked_at: look.started_at,
      at: look.read_at,
    };
    const found = compareLooks(before, now, swept !== null);
    const not_before = before?.looked_at ?? swept;
    for (const change of found.changes) {
      changes.push({
        ...change,
        ...whoDid(change, row, { not_before, seen_at: look.read_at }, actor),
        upstream_id,
        connection_id: now.facts.id,
        seen_at: look.read_at,
        not_before,
      });
    }
    syncs.set(now.facts.id, found.syncs);
    rows.push({
      upstream_id,
      ...now.facts,
      ...found.memory,
      raw: now.raw,
      digest,
      read_started_at: look.started_at,
      read_at: look.read_at,
      detail_read_at: look.detail ? look.read_at : (row?.detail_read_at ?? null),
      vanished_at: null,
      version: rowChanged(row, digest) ? writing.touch() : (row?.version ?? writing.touch()),
    });
    if (JSON.stringify(row?.raw) !== JSON.stringify(now.raw)) writing.details.add(now.facts.id);
  }
  await recordSync(db, upstream_id, syncs);
  const synced = [...syncs].flatMap(([id, facts]) => (facts.length > 0 ? [id] : []));
  const paces = await syncPaces(db, upstream_id, synced);
  await upsert(
    db,
    rows.map((row) => ({ ...row, ...(paces.get(row.id) ?? paceOf(stored.get(row.id))) })),
  );
  if (changes.length > 0) await db.insert(stateChanges).values(changes);
}

const paceOf = (row: Stored | undefined): SyncPace => ({
  usual_ms: row?.usual_ms ?? null,
  slow_ms: row?.slow_ms ?? null,
});

const rowChanged = (row: Stored | null, digest: string): boolean =>
  !row || row.digest !== digest || row.vanished_at !== null;

function beforeOf(row: Stored, swept: number | null): Before {
  const { id, schema, service, group_id, raw, ...rest } = row;
  return {
    ...rest,
    facts: { ...rest, id, schema, service, group_id },
    raw,
    looked_at: lookedAt(row, swept),
    vanished: row.vanished_at !== null,
  };
}

async function upsert(db: Db, rows: Inserted[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const kept = new Set(["upstream_id", "id"]);
  const set = Object.fromEntries(
    Object.keys(first)
      .filter((name) => !kept.has(name))
      .map((name) => [name, sql.raw(`excluded."${name}"`)]),
  );
  await db
    .insert(connections)
    .values(rows)
    .onConflictDoUpdate({ target: [connections.upstream_id, connections.id], set });
}

async function writeVanished(
  writing: Writing,
  batch: readonly Absence[],
  swept: number | null,
  actor: string | undefined,
): Promise<void> {
  const { db, upstream_id } = writing;
  const stored = await loadRows(
    db,
    upstream_id,
    batch.map((absence) => absence.id),
  );
  const syncs = new Map<string, SyncFact[]>();
  for (const { id, started_at, read_at } of batch) {
    const row = stored.get(id);
    if (!row) continue;
    const not_before = lookedAt(row, swept);
    const change = { kind: "vanished", from: row.health, to: null, detail: null } as const;
    await db.insert(stateChanges).values({
      ...change,
      ...whoDid(change, row, { not_before, seen_at: read_at }, actor),
      upstream_id,
      connection_id: id,
      seen_at: read_at,
      not_before,
    });
    await db
      .update(connections)
      .set({ vanished_at: read_at, read_started_at: started_at, read_at, version: writing.touch() })
      .where(and(eq(connections.upstream_id, upstream_id), eq(connections.id, id)));
    if (row.sync_state === "syncing") syncs.set(id, [{ kind: "stopped", seen: started_at, not_before }]);
    writing.details.add(id);
  }
  await recordSync(db, upstream_id, syncs);
}
