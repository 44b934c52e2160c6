import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { fivetranUrl } from "@/lib/model/fivetran-url";
import type { ConnectionDetail, StateChange } from "@/lib/model/snapshot";
import { store } from "@/lib/store/db";
import { connections } from "@/lib/store/tables/connections";
import { connectorTypes } from "@/lib/store/tables/connector-types";
import { stateChanges } from "@/lib/store/tables/state-changes";
import { syncs } from "@/lib/store/tables/syncs";
import { currentUpstream } from "@/lib/store/upstream";
import { memory } from "@/lib/sync/memory";
import { latestRun } from "@/lib/sync/setup-test-runs";
import { gone, groupRow, serviceRow } from "@/lib/sync/snapshot";

const CHANGES = 100;
const SYNCS = 100;

/**
 * One connection with what was seen of it, out of the store; costs no upstream call.
 * @throws AppError `not_found` for one that the account does not have or no longer has
 */
export async function connectionDetail(id: string): Promise<ConnectionDetail> {
  const { db } = await store();
  const upstream_id = currentUpstream();
  const copy = memory();
  const [stored] = await db
    .select({ raw: connections.raw, read_at: connections.read_at, vanished_at: connections.vanished_at })
    .from(connections)
    .where(and(eq(connections.upstream_id, upstream_id), eq(connections.id, id)));
  const row = copy.rows.get(id);
  if (!stored || !row || stored.vanished_at !== null) throw gone(stored?.read_at ?? null);
  const of = <T extends typeof syncs | typeof stateChanges>(table: T) =>
    and(eq(table.upstream_id, upstream_id), eq(table.connection_id, id));
  const changes = await db
    .select(changeColumns)
    .from(stateChanges)
    .where(of(stateChanges))
    .orderBy(desc(stateChanges.seen_at), desc(stateChanges.id))
    .limit(CHANGES);
  const runs = await db
    .select(syncColumns)
    .from(syncs)
    .where(and(of(syncs), eq(syncs.shown, true)))
    .orderBy(desc(syncs.point))
    .limit(SYNCS);
  const [type] = await db
    .select({ raw: connectorTypes.raw })
    .from(connectorTypes)
    .where(and(eq(connectorTypes.upstream_id, upstream_id), eq(connectorTypes.id, row.service)));
  const resync = type?.raw.supported_features?.find((feature) => feature.id === "RE_SYNC");
  return {
    row,
    group: groupRow(copy, row.group_id),
    service: {
      ...serviceRow(copy.services, row.service),
      // The granularity stands in prose only (section 5.1 of the API notes).
      supports_table_resync: /table/i.test(resync?.notes ?? ""),
    },
    connection: stored.raw,
    read_at: Math.max(stored.read_at, copy.swept_at ?? 0),
    state_changes: changes,
    syncs: runs,
    setup_test_run: await latestRun(db, upstream_id, id),
    fivetran_url: fivetranUrl(id),
  };
}

export const changeColumns = {
  id: stateChanges.id,
  connection_id: stateChanges.connection_id,
  kind: stateChanges.kind,
  from: stateChanges.from,
  to: stateChanges.to,
  seen_at: stateChanges.seen_at,
  not_before: stateChanges.not_before,
  actor: stateChanges.actor,
  detail: stateChanges.detail,
} satisfies Record<keyof StateChange, unknown>;

export const syncColumns = {
  id: syncs.id,
  connection_id: syncs.connection_id,
  started_at: syncs.started_at,
  started_exact: syncs.started_exact,
  ended_at: syncs.ended_at,
  ended_exact: syncs.ended_exact,
  outcome: syncs.outcome,
  sync_id: syncs.sync_id,
  reason: syncs.reason,
  sources: syncs.sources,
};
