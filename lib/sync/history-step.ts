import "server-only";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { historyTurns } from "@/lib/sync/history-turns";
import { memory } from "@/lib/sync/memory";
import { historyAnswers, readHistory } from "@/lib/sync/read-history";
import { watchedNow } from "@/lib/sync/watch";

/**
 * Reads the sync history of the connection whose turn it is, if it is anybody's.
 * @param idle whether calls are left over for what nobody waits for
 * @returns how many calls it took
 */
export async function historyStep(
  upstream_id: number,
  idle: boolean,
  now: number,
  signal: AbortSignal,
): Promise<number> {
  const turns = historyTurns();
  const id = turns.next(watchedNow(now), idle, now);
  if (id === null) return 0;
  turns.asked(id, now);
  if (!memory().rows.has(id) || !(await historyAnswers(upstream_id, now))) return 0;
  // One connection whose history cannot be read is no trouble of the account's.
  return readHistory(id, "poller", signal).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    log.debug({ error: error.message, connection_id: id }, "sync history");
    return 1;
  });
}
