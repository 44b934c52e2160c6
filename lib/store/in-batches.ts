import "server-only";
import { setImmediate as turn } from "node:timers/promises";

/** Small enough that PGlite, which runs on the main thread, holds it for some ten milliseconds at most. */
const BATCH = 50;

/** Does the work in pieces and lets the event loop turn between them. */
export async function inBatches<T>(
  items: readonly T[],
  work: (batch: readonly T[]) => Promise<void>,
  size = BATCH,
): Promise<void> {
  for (let at = 0; at < items.length; at += size) {
    if (at > 0) await turn();
    await work(items.slice(at, at + size));
  }
}
