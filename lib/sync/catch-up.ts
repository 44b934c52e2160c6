import "server-only";
import { setImmediate as turn } from "node:timers/promises";
import { and, desc, eq, getTableColumns, gt, isNull } from "drizzle-orm";
import type { ConnectionRow, GroupRow, ServiceRow } from "@/lib/model/snapshot";
import { singleton } from "@/lib/singleton";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { connections } from "@/lib/store/tables/connections";
import { connectorTypes } from "@/lib/store/tables/connector-types";
import { destinations } from "@/lib/store/tables/destinations";
import { groups } from "@/lib/store/tables/groups";
import { sweeps } from "@/lib/store/tables/sweeps";
import { upstreams } from "@/lib/store/tables/upstreams";
import { historyTurns } from "@/lib/sync/history-turns";
import { publish } from "@/lib/sync/hub";
import { emptyMemory, memory } from "@/lib/sync/memory";

/** More changed rows than this, and browsers fetch the snapshot anew. */
const MANY = 500;

const queue = singleton<{ last: Promise<void> }>("catch-up", () => ({ last: Promise.resolve() }));

/**
 * Brings this process's copy to what the database holds and tells its browsers what changed. Calls follow one
 * another. Does nothing for an upstream that is not the present one.
 */
export function catchUp(upstream_id: number): Promise<void> {
  const next = queue.last.then(() => advance(upstream_id));
  queue.last = next.catch(() => {});
  return next;
}

/** Turns this process to an upstream: its copy is emptied and loaded anew. Null leaves it empty. */
export function turnTo(upstream_id: number | null): Promise<void> {
  const next = queue.last.then(async () => {
    Object.assign(memory(), emptyMemory(), { upstream_id });
    historyTurns().forget();
    if (upstream_id !== null) await advance(upstream_id);
    publish({ type: "reload", version: memory().version });
  });
  queue.last = next.catch(() => {});
  return next;
}

async function advance(upstream_id: number): Promise<void> {
  const copy = memory();
  if (copy.upstream_id !== upstream_id) return;
  const { db } = await store();
  const [row] = await db.select().from(upstreams).where(eq(upstreams.id, upstream_id));
  if (!row) return;
  copy.account = { id: row.account_id, name: row.account_name, key_kind: row.key_kind };
  copy.denied = row.denied;
  copy.destinations = row.destinations_seen;
  await loadSweep(db, upstream_id);
  if (row.version === copy.version) return;
  const listsChanged = row.lists_version !== copy.lists_version;
  if (listsChanged) await loadLists(db, upstream_id);
  const changed = await loadChanged(db, upstream_id, copy.version);
  const upsert: ConnectionRow[] = [];
  const remove: string[] = [];
  for (const { row: connection, vanished } of changed) {
    if (vanished) {
      copy.rows.delete(connection.id);
      remove.push(connection.id);
    } else {
      copy.rows.set(connection.id, connection);
      upsert.push(connection);
    }
  }
  copy.version = row.version;
  copy.lists_version = row.lists_version;
  const { version } = copy;
  const whole = listsChanged || changed.length > MANY;
  publish(whole ? { type: "reload", version } : { type: "connections", version, upsert, remove });
}

async function loadSweep(db: Db, upstream_id: number): Promise<void> {
  const [last] = await db
    .select({ started_at: sweeps.started_at, ended_at: sweeps.ended_at })
    .from(sweeps)
    .where(and(eq(sweeps.upstream_id, upstream_id), isNull(sweeps.error)))
    .orderBy(desc(sweeps.started_at))
    .limit(1);
  const copy = memory();
  copy.sweep_started_at = last?.started_at ?? null;
  copy.swept_at = last?.ended_at ?? null;
  copy.sweep_ms = last ? last.ended_at - last.started_at : null;
}

async function loadLists(db: Db, upstream_id: number): Promise<void> {
  const copy = memory();
  const own = await db
    .select()
    .from(groups)
    .leftJoin(
      destinations,
      and(eq(destinations.upstream_id, groups.upstream_id), eq(destinations.id, groups.id)),
    )
    .where(eq(groups.upstream_id, upstream_id))
    .orderBy(groups.name);
  copy.groups = own.map(
    ({ groups: group, destinations: it }): GroupRow => ({
      id: group.id,
      name: group.name,
      service: it?.service ?? null,
      region: it?.region ?? null,
      time_zone_offset: it?.time_zone_offset ?? null,
      daylight_saving_time_enabled: it?.daylight_saving_time_enabled ?? null,
    }),
  );
  const { id, name, link_to_docs } = connectorTypes;
  const types: ServiceRow[] = await db
    .select({ id, name, link_to_docs })
    .from(connectorTypes)
    .where(eq(connectorTypes.upstream_id, upstream_id));
  copy.services = new Map(types.map((type) => [type.id, type]));
}

const {
  upstream_id: _upstream,
  raw: _raw,
  digest: _digest,
  announced: _announced,
  announced_at: _at,
  announced_by: _by,
  health: _health,
  resting_health: _resting,
  resting_since: _since,
  resting_exact: _exact,
  read_started_at: _started,
  read_at: _read,
  detail_read_at: _detail,
  version: _version,
  vanished_at,
  ...shown
} = getTableColumns(connections);

const PAGE = 250;

/** The rows that changed after a version, read in pages so that the event loop turns in between. */
async function loadChanged(db: Db, upstream_id: number, after: number): Promise<Changed[]> {
  const changed: Changed[] = [];
  const newer = and(eq(connections.upstream_id, upstream_id), gt(connections.version, after));
  for (let last = ""; ; await turn()) {
    const rows = await db
      .select({ row: shown, vanished_at })
      .from(connections)
      .where(and(newer, gt(connections.id, last)))
      .orderBy(connections.id)
      .limit(PAGE);
    for (const { row, vanished_at: at } of rows) changed.push({ row, vanished: at !== null });
    const end = rows.at(-1);
    if (!end || rows.length < PAGE) return changed;
    last = end.row.id;
  }
}

interface Changed {
  row: ConnectionRow;
  vanished: boolean;
}
