import { connectorType } from "@/lib/sandbox/catalogue/connector-type";
import type { Handlers } from "@/lib/sandbox/handler";
import { conflict, invalid, Refusal } from "@/lib/sandbox/reply";
import { capturedVersion } from "@/lib/sandbox/source/effective-state";
import { hasSchemaConfig } from "@/lib/sandbox/source/schema-state";
import { schemaOf, tableOf } from "@/lib/sandbox/source/source-lookup";
import type { StoredConnection } from "@/lib/sandbox/state";
import { cancelSync, startSync } from "@/lib/sandbox/sync-run";
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

export const syncHandlers: Handlers<
  | "sync_connection"
  | "force_sync_connection"
  | "resync_connection"
  | "resync_tables"
  | "resync_table"
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
