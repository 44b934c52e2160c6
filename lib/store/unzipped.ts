import "server-only";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { joinedBytes } from "@/lib/model/joined-bytes";
import { inTurns } from "@/lib/model/steps";

const PIECE = 65_536;

/** What was gzipped, which may be megabytes: unzipped beside the event loop and put together in turns. */
export async function unzipped(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  await pipeline([bytes], createGunzip({ chunkSize: PIECE }), async (chunks: AsyncIterable<Uint8Array>) => {
    for await (const chunk of chunks) pieces.push(chunk);
  });
  return inTurns(joinedBytes(pieces));
}
