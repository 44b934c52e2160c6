import type { SchemaConfig } from "@/lib/model/schema-config";
import type { Reply } from "@/lib/sandbox/reply";
import { knownOf } from "@/lib/sandbox/source/pre-create";
import { toSchemaConfig } from "@/lib/sandbox/source/schema-config";
import { isLarge, schemaConfigChunks } from "@/lib/sandbox/source/schema-config-chunks";
import type { StoredConnection } from "@/lib/sandbox/state";
import type { World } from "@/lib/sandbox/world";

/**
 * The whole schema config of a connection, a large one in pieces.
 * @throws AppError `not_found` (upstream 404 NotFound_SchemaConfig) where there is none yet.
 */
export function configReply(
  world: World,
  connection: StoredConnection,
  message: string,
): Reply<SchemaConfig> {
  const { state, source } = knownOf(connection.schema_config, world.source(connection));
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
