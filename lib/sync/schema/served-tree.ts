import "server-only";
import { AppError } from "@/lib/errors";
import { singleton } from "@/lib/singleton";
import { currentUpstream } from "@/lib/store/upstream";
import { memory } from "@/lib/sync/memory";
import { packedTree } from "@/lib/sync/schema/kept-tree";
import { sharedRead } from "@/lib/sync/schema/read-schema-config";
import { gone } from "@/lib/sync/snapshot";

/**
 * The schema config of a connection as the answer to a browser: the kept one at once, else read first. A browser that
 * has it already gets none of it again. Where Fivetran never looked at the source the answer is 204: that is no error.
 * @param held the browser's `if-none-match`
 * @throws AppError as `sharedRead`, but for a source that was never looked at
 */
export async function servedTree(connection_id: string, held: string | null): Promise<Response> {
  if (!memory().rows.has(connection_id)) throw gone(null);
  const packed = (await packedTree(connection_id)) ?? (await readFirst(connection_id));
  if (!packed) return new Response(null, { status: 204 });
  const headers = {
    etag: packed.etag,
    // The browser keeps it and asks each time whether it still holds.
    "cache-control": "private, no-cache",
    "x-schema-hash": packed.hash,
    "x-schema-read-at": String(packed.read_at),
  };
  if (held === packed.etag) return new Response(null, { status: 304, headers });
  return new Response(packed.bytes, {
    headers: { ...headers, "content-type": "application/octet-stream", "x-body-encoding": "gzip" },
  });
}

type Opened = Awaited<ReturnType<typeof packedTree>>;

const firstReads = () => singleton("first-schema-reads", () => new Map<string, Promise<Opened>>());

/**
 * Reads what was not kept a moment ago, once for all who found nothing. Looks again before, as someone may have read it
 * while that answer was on its way.
 */
function readFirst(connection_id: string): Promise<Opened> {
  const key = JSON.stringify([currentUpstream(), connection_id]);
  const running = firstReads().get(key);
  if (running) return running;
  const look = async () => (await packedTree(connection_id)) ?? readNow(connection_id);
  const one = look().finally(() => firstReads().delete(key));
  firstReads().set(key, one);
  return one;
}

async function readNow(connection_id: string): Promise<Opened> {
  try {
    await sharedRead(connection_id, "person");
  } catch (error) {
    if (error instanceof AppError && error.facts.upstream_code === "NotFound_SchemaConfig") return null;
    throw error;
  }
  const packed = await packedTree(connection_id);
  if (!packed) throw gone(null);
  return packed;
}
