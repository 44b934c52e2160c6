import { connectorType } from "@/lib/sandbox/catalogue/connector-type";
import type { Handlers } from "@/lib/sandbox/handler";
import { pageOf } from "@/lib/sandbox/page-of";
import { conflict, invalid, Refusal } from "@/lib/sandbox/reply";
import { capturedVersion } from "@/lib/sandbox/source/effective-state";
import { hasSchemaConfig } from "@/lib/sandbox/source/schema-state";
import { schemaOf, tableOf } from "@/lib/sandbox/source/source-lookup";
import type { StoredConnection } from "@/lib/sandbox/state";
import { cancelSync, startSync } from "@/lib/sandbox/sync-run";
import { syncIdOf } from "@/lib/sandbox/webhook-event";
import { wireTime } from "@/lib/sandbox/wire-time";
import type { World } from "@/lib/sandbox/world";

const triggered = (id: string) => ({
  message: `Sync has been successfully triggered for connection with id '${id}'`,
});

/** Starts a sync unless one runs; a paused connection takes the request and stays as it is. */
function sync(world: World, id: string, force: boolean) {
  const connection = world.connection(id);
  if (!connection.paused && (force || !connection.running)) {
    if (force) world.notify(connection, { event: "force_update_connector" });
    if (force) cancelSync(connection, world.now(), world);
    startSync(connection, world.now(), world);
    world.changed(connection);
  }
  return triggered(id);
}

function resync(world: World, connection: StoredConnection, kind: "historical" | "tables"): void {
  if (kind === "historical") world.notify(connection, { event: "resync_connector" });
  connection.queued = kind === "historical" || connection.queued === "historical" ? "historical" : "tables";
  if (kind === "historical") connection.is_historical_sync = true;
  else connection.warnings = [{ code: "resync_table_warning", message: "Resync Table Warning" }];
  // A running sync is completed first, then the queued one starts; a paused connection keeps it until resume.
  world.changed(connection);
  if (!connection.running && !connection.paused) startSync(connection, world.now(), world);
}

function resyncTables(
  world: World,
  id: string,
  scope: readonly (readonly [string, readonly string[]])[],
): void {
  const connection = world.connection(id);
  if (!connectorType(connection.service)?.capabilities.tableResync) {
    throw invalid(`Service '${connection.service}' does not support re-sync of single tables`);
  }
  if (hasSchemaConfig(connection.schema_config)) {
    const source = world.source(connection);
    const version = capturedVersion(connection.schema_config);
    for (const [schema, tables] of scope) {
      const found = schemaOf(source, version, schema);
      for (const table of tables) tableOf(found, version, table);
    }
  }
  for (const [schema, tables] of scope) {
    for (const table of tables) world.notify(connection, { event: "resync_table", data: { schema, table } });
  }
  resync(world, connection, "tables");
}

function stateful(world: World, id: string): StoredConnection {
  const connection = world.connection(id);
  if (!connectorType(connection.service)?.capabilities.state) {
    throw new Refusal(405, "MethodNotAllowed", `Service '${connection.service}' has no connection state`);
  }
  if (connection.running) throw conflict(`Connection with id '${id}' is syncing`);
  return connection;
}

const WEEK = 7 * 86_400_000;
const HOUR = 3_600_000;
const STATUS = {
  succeeded: "SUCCESSFUL",
  failed: "FAILURE",
  rescheduled: "RESCHEDULED",
  canceled: "CANCELED",
} as const;

/** The hour before `end_time`, now where nothing is said; a week at most. Throws the 400 for what is no range. */
function windowOf(world: World, query: { start_time?: string; end_time?: string } | undefined) {
  const read = (text: string | undefined) => (text === undefined ? null : Date.parse(text));
  const start = read(query?.start_time);
  const end = read(query?.end_time);
  if (Number.isNaN(start) || Number.isNaN(end)) throw invalid("'start_time' and 'end_time' must be ISO 8601");
  const to = end ?? (start === null ? world.now() : start + HOUR);
  const from = start ?? to - HOUR;
  if (to <= from) throw invalid("'end_time' must be after 'start_time'");
  if (to - from > WEEK) throw invalid("The maximum time window is 7 days");
  return { from, to };
}

/** The syncs that started within the window, oldest first, the running one without an end. */
function historyOf(connection: StoredConnection, { from, to }: { from: number; to: number }) {
  const past = connection.past.map((sync) => ({
    sync_id: syncIdOf(connection, sync.started_at),
    start_time: wireTime(sync.started_at),
    end_time: wireTime(sync.ended_at),
    status: STATUS[sync.outcome],
    ...(sync.reason !== null && { reason: sync.reason }),
    at: sync.started_at,
  }));
  const { running } = connection;
  const now = running && {
    sync_id: syncIdOf(connection, running.started_at),
    start_time: wireTime(running.started_at),
    end_time: null,
    at: running.started_at,
  };
  return [...past, ...(now ? [now] : [])].filter(({ at }) => at >= from && at < to);
}

export const syncHandlers: Handlers<
  | "sync_connection"
  | "force_sync_connection"
  | "resync_connection"
  | "resync_tables"
  | "resync_table"
  | "connection_sync_history"
  | "connection_state"
  | "modify_connection_state"
> = {
  sync_connection: ({ world, params, body }) => sync(world, params.connectionId, body?.force ?? false),

  force_sync_connection: ({ world, params }) => sync(world, params.connectionId, true),

  resync_connection: ({ world, params, body }) => {
    if (body?.scope) resyncTables(world, params.connectionId, Object.entries(body.scope));
    else resync(world, world.connection(params.connectionId), "historical");
    return triggered(params.connectionId);
  },

  resync_tables: ({ world, params, body }) => {
    resyncTables(world, params.connectionId, Object.entries(body));
    return { message: "Re-sync has been triggered successfully" };
  },

  resync_table: ({ world, params }) => {
    resyncTables(world, params.connectionId, [[params.schema, [params.table]]]);
    return { message: "Re-sync has been triggered successfully" };
  },

  connection_sync_history: ({ world, params, query }) => {
    const connection = world.connection(params.connectionId);
    const found = historyOf(connection, windowOf(world, query));
    const data = pageOf(found, query, ({ at: _at, ...record }): Record<string, unknown> => record);
    return { message: "Connection sync history retrieved successfully", data };
  },

  connection_state: ({ world, params }) => {
    const { state } = stateful(world, params.connectionId);
    if (!state) throw invalid(`Connection with id '${params.connectionId}' has no state yet`);
    return { message: "Connection state retrieved successfully", data: { state } };
  },

  modify_connection_state: ({ world, params, raw }) => {
    const connection = stateful(world, params.connectionId);
    const state = Object.fromEntries(Object.entries(raw.get("state") as object));
    connection.state = state;
    world.changed(connection);
    return { message: "Connection state has been updated", data: { state } };
  },
};
