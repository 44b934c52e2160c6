import type { DropColumns, SchemaConfigChange } from "@/lib/contract/schema-bodies";
import type { SchemaConfig } from "@/lib/model/schema-config";
import type { Handlers } from "@/lib/sandbox/handler";
import type { Reply } from "@/lib/sandbox/reply";
import { conflict } from "@/lib/sandbox/reply";
import { configReply } from "@/lib/sandbox/schema-reply";
import { markDrops } from "@/lib/sandbox/source/column-drop";
import { editConfig } from "@/lib/sandbox/source/edit-config";
import { knownOf, preCreate } from "@/lib/sandbox/source/pre-create";
import { reload } from "@/lib/sandbox/source/reload";
import { tableColumns } from "@/lib/sandbox/source/schema-config";
import { hasSchemaConfig, type SchemaState } from "@/lib/sandbox/source/schema-state";
import type { StoredConnection } from "@/lib/sandbox/state";
import { endSync } from "@/lib/sandbox/sync-run";
import type { World } from "@/lib/sandbox/world";

const RELOAD_MS = 8_000;

/** Changes the config as asked and answers it whole. A running sync is canceled by that (fivetran-api 6.3). */
function change(world: World, id: string, wanted: SchemaConfigChange, message: string): Reply<SchemaConfig> {
  const connection = world.connection(id);
  const { state, source } = knownOf(connection.schema_config, world.source(connection));
  const edited = editConfig(state, source, wanted);
  if (edited !== state) {
    store(world, connection, { ...edited, captures: connection.schema_config.captures });
    endSync(connection, world.now(), world, { outcome: "canceled" });
  }
  return configReply(world, connection, message);
}

function drop(world: World, id: string, wanted: DropColumns, message: string): Reply<undefined> {
  const connection = world.connection(id);
  const { state, source } = knownOf(connection.schema_config, world.source(connection));
  const { drops } = markDrops(state, source, wanted);
  store(world, connection, { ...connection.schema_config, drops });
  return { message };
}

function store(world: World, connection: StoredConnection, state: SchemaState): void {
  connection.schema_config = state;
  world.changed(connection);
}

export const schemaHandlers: Handlers<
  | "connection_schema_config"
  | "pre_create_connection_schema_config"
  | "modify_connection_schema_config"
  | "modify_connection_database_schema_config"
  | "modify_connection_table_config"
  | "modify_connection_column_config"
  | "delete_multiple_columns_connection_config"
  | "delete_column_connection_config"
  | "reload_connection_schema_config"
  | "connection_column_config"
> = {
  connection_schema_config: ({ world, params }) =>
    configReply(world, world.connection(params.connectionId), "Schema configuration retrieved successfully"),

  pre_create_connection_schema_config: ({ world, params, body }) => {
    const connection = world.connection(params.connectionId);
    if (hasSchemaConfig(connection.schema_config)) {
      throw conflict(`Connection with id '${connection.id}' has a schema config already`);
    }
    store(world, connection, preCreate(body));
    return configReply(world, connection, "Schema configuration pre-created successfully");
  },

  modify_connection_schema_config: ({ world, params, body }) =>
    change(world, params.connectionId, body, "Schema configuration has been modified"),

  modify_connection_database_schema_config: ({ world, params, body }) => {
    const schemas = { [params.schemaName]: body };
    return change(world, params.connectionId, { schemas }, "Database schema configuration has been modified");
  },

  modify_connection_table_config: ({ world, params, body }) => {
    const schemas = { [params.schemaName]: { tables: { [params.tableName]: body } } };
    return change(world, params.connectionId, { schemas }, "Table configuration has been modified");
  },

  modify_connection_column_config: ({ world, params, body }) => {
    const tables = { [params.tableName]: { columns: { [params.columnName]: body } } };
    const schemas = { [params.schemaName]: { tables } };
    return change(world, params.connectionId, { schemas }, "Column configuration has been modified");
  },

  delete_multiple_columns_connection_config: ({ world, params, body }) =>
    drop(world, params.connectionId, body, "Column(s) successfully marked for deletion"),

  delete_column_connection_config: ({ world, params }) => {
    const tables = { [params.tableName]: { columns: [params.columnName] } };
    const schemas = { [params.schemaName]: { tables } };
    return drop(world, params.connectionId, { schemas }, "Column successfully marked for deletion");
  },

  reload_connection_schema_config: async ({ world, params, body, pause }) => {
    const connection = world.connection(params.connectionId);
    const failure = world.failureOf(connection);
    if (failure || connection.setup_state === "incomplete") {
      const cause = failure?.message ?? "Its setup tests have not passed yet.";
      throw conflict(`The schema of connection '${connection.id}' cannot be read. ${cause}`);
    }
    await pause(RELOAD_MS);
    const { schema_config } = connection;
    store(
      world,
      connection,
      reload(schema_config, world.source(connection), body?.exclude_mode ?? "PRESERVE"),
    );
    return configReply(world, connection, "Schema configuration has been reloaded");
  },

  connection_column_config: ({ world, params }) => {
    const connection = world.connection(params.connectionId);
    if (connection.setup_state !== "connected") {
      throw conflict(`Connection with id '${connection.id}' is not connected`);
    }
    const source = world.source(connection);
    const { schema_config } = connection;
    const looked = hasSchemaConfig(schema_config) || !schema_config.pre_created;
    // The columns are read from the source itself, also where nothing else of it was looked at yet.
    const state = looked ? schema_config : reload(schema_config, source);
    return {
      message: "Column configuration retrieved successfully",
      data: tableColumns(state, source, params.schema, params.table),
    };
  },
};
