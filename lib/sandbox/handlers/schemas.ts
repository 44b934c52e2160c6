import type { SchemaConfig } from "@/lib/model/schema-config";
import type { Handlers } from "@/lib/sandbox/handler";
import type { Reply } from "@/lib/sandbox/reply";
import { conflict } from "@/lib/sandbox/reply";
import { reload } from "@/lib/sandbox/source/reload";
import { tableColumns, toSchemaConfig } from "@/lib/sandbox/source/schema-config";
import { isLarge, schemaConfigChunks } from "@/lib/sandbox/source/schema-config-chunks";
import type { StoredConnection } from "@/lib/sandbox/state";
import type { World } from "@/lib/sandbox/world";

function tree(world: World, connection: StoredConnection, message: string): Reply<SchemaConfig> {
  const source = world.source(connection);
  const state = connection.schema_config;
  return {
    message,
    data: isLarge(source)
      ? { chunks: breathing(schemaConfigChunks(state, source)) }
      : toSchemaConfig(state, source),
  };
}

/** Lets other requests in between the pieces of a large answer. */
async function* breathing(pieces: Iterable<string>): AsyncGenerator<string> {
  for (const piece of pieces) {
    yield piece;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export const schemaHandlers: Handlers<
  "connection_schema_config" | "reload_connection_schema_config" | "connection_column_config"
> = {
  connection_schema_config: ({ world, params }) =>
    tree(world, world.connection(params.connectionId), "Schema configuration retrieved successfully"),

  reload_connection_schema_config: async ({ world, params, body, pause }) => {
    const connection = world.connection(params.connectionId);
    const failure = world.failureOf(connection);
    if (failure)
      throw conflict(`The schema of connection '${connection.id}' cannot be read. ${failure.message}`);
    await pause(RELOAD_MS);
    connection.schema_config = reload(
      connection.schema_config,
      world.source(connection),
      body?.exclude_mode ?? "PRESERVE",
    );
    world.changed(connection);
    return tree(world, connection, "Schema configuration has been reloaded");
  },

  connection_column_config: ({ world, params }) => {
    const connection = world.connection(params.connectionId);
    if (connection.setup_state !== "connected") {
      throw conflict(`Connection with id '${connection.id}' is not connected`);
    }
    return {
      message: "Column configuration retrieved successfully",
      data: tableColumns(connection.schema_config, world.source(connection), params.schema, params.table),
    };
  },
};

const RELOAD_MS = 8_000;
