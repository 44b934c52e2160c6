import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { errorText, log } from "@/lib/log";
import type { SetupCreation } from "@/lib/model/setup-draft";
import { endCreation } from "@/lib/store/setup-creations";
import type { SetupDraftRow } from "@/lib/store/setup-drafts";
import { lookAt } from "@/lib/sync/look-at";
import { tellSetup } from "@/lib/sync/setup/tell-setup";

const FIRST_REST_MS = 200;
const LONGEST_REST_MS = 30_000;
/** The outcome waits so long for the look at what was created, so that its page is there at once. */
const READ_BACK_MS = 3_000;

/**
 * Writes what became of an attempt and brings what it created into the snapshot.
 * @returns the row as it stands; null where that connection is another draft's, or the draft is past this attempt
 */
export async function settleCreation(
  row: SetupDraftRow,
  creation: SetupCreation,
): Promise<SetupDraftRow | null> {
  const ended = await written(row, creation);
  if (ended && creation.state === "created") {
    const look = attempt("look", lookAt(creation.connection_id, "person", undefined, row.actor));
    await Promise.race([look, sleep(READ_BACK_MS, undefined, { ref: false })]);
  }
  if (ended) await attempt("tell", tellSetup(row.id));
  return ended;
}

/** The outcome is known only here: a database that stumbles is tried again until it takes it. */
async function written(row: SetupDraftRow, creation: SetupCreation): Promise<SetupDraftRow | null> {
  for (let rest = FIRST_REST_MS; ; rest = Math.min(rest * 2, LONGEST_REST_MS)) {
    try {
      return await endCreation(row, row.attempt?.at ?? 0, creation);
    } catch (error) {
      log.error({ draft: row.id, error: errorText(error) }, "the outcome of a creation");
      await sleep(rest, undefined, { ref: false });
    }
  }
}

async function attempt(what: string, work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    log.error({ what, error: errorText(error) }, "after creating a connection");
  });
}
