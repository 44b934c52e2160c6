import "server-only";
import { AppError } from "@/lib/errors";
import { fivetran } from "@/lib/fivetran/client";
import type { Asker } from "@/lib/fivetran/quota";
import { singleton } from "@/lib/singleton";
import { currentUpstream } from "@/lib/store/upstream";
import { memory } from "@/lib/sync/memory";
import { type KeptAnswer, keepAnswer, type ScannedAnswer, scanAnswer } from "@/lib/sync/schema/keep-answer";
import { gone } from "@/lib/sync/snapshot";

const underWay = () => singleton("schema-reads", () => new Map<string, Promise<KeptAnswer>>());

/**
 * Reads a connection's schema config from Fivetran and keeps it; those who ask while a read is under way share it.
 * What changed since the last read without anyone here doing it becomes a revision.
 * @throws AppError `not_found` for a connection that is not in the account, and, with `upstream_code`
 *   NotFound_SchemaConfig, for one whose source was never looked at; else as the client does. What was kept stays.
 */
export function sharedRead(connection_id: string, as: Asker): Promise<KeptAnswer> {
  const key = JSON.stringify([currentUpstream(), connection_id]);
  const running = underWay().get(key);
  if (running) return running;
  const read = readSchemaConfig(connection_id, as).finally(() => underWay().delete(key));
  underWay().set(key, read);
  return read;
}

/** The same, begun now: for whoever has to know the state after something they did. */
export async function readSchemaConfig(
  connection_id: string,
  as: Asker,
  signal?: AbortSignal,
): Promise<KeptAnswer> {
  return keepAnswer(connection_id, await lookAtSchemaConfig(connection_id, as, signal));
}

/** What Fivetran says now, not kept. @throws AppError as `sharedRead` */
export async function lookAtSchemaConfig(
  connection_id: string,
  as: Asker,
  signal?: AbortSignal,
): Promise<ScannedAnswer & { started_at: number }> {
  if (!memory().rows.has(connection_id)) throw gone(null);
  const started_at = Date.now();
  return { ...(await scanned(connection_id, as, signal)), started_at };
}

/** An answer that breaks off half-way is a read that failed: it is tried once more. */
async function scanned(connection_id: string, as: Asker, signal?: AbortSignal): Promise<ScannedAnswer> {
  const ask = async () =>
    scanAnswer(
      await fivetran().send("connection_schema_config", {
        params: { connectionId: connection_id },
        as,
        ...(signal && { signal }),
      }),
    );
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AppError && (error.code !== "upstream" || error.facts.upstream_status)) throw error;
    if (signal?.aborted) throw error;
  }
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("upstream", `Fivetran's answer was cut off. What was read before stays as it is.`, {
      cause: error,
    });
  }
}
