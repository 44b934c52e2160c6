import "server-only";
import { and, eq, type SQL } from "drizzle-orm";
import { errorText, log } from "@/lib/log";
import { singleton } from "@/lib/singleton";
import { openCreations } from "@/lib/store/setup-creations";
import { setupDrafts } from "@/lib/store/tables/setup-drafts";
import { knownUpstream } from "@/lib/store/upstream";
import { appearedOf } from "@/lib/sync/setup/appeared-of";
import { lookForCreated } from "@/lib/sync/setup/look-for-created";
import { settleCreation } from "@/lib/sync/setup/settle-creation";

/** The rest between two looks for the same connection while Fivetran cannot be asked. */
const REST_MS = 60_000;

const lookedAt = () => singleton("setup-looks", () => new Map<string, number>());

/**
 * Takes over what processes that `dead` matches had sent: nobody here will hear the answer, so Fivetran is asked
 * whether the connection is there; again when the snapshot shows one that may be it. Nothing is sent again.
 */
export async function settleCreations(dead: SQL): Promise<void> {
  const upstream_id = knownUpstream();
  if (upstream_id === null) return;
  const here = eq(setupDrafts.upstream_id, upstream_id);
  for (const row of await openCreations("sending", and(here, dead) ?? dead)) {
    const at = row.attempt?.at ?? 0;
    const message = "Headgate stopped before Fivetran's answer arrived.";
    await settleCreation(row, { state: "unknown", at, looked_at: null, message });
  }
  const now = Date.now();
  for (const row of await openCreations("unknown", here)) {
    if (row.creation.state !== "unknown" || row.attempt === null) continue;
    if (row.creation.looked_at !== null && appearedOf(row.attempt) === undefined) continue;
    if (now - (lookedAt().get(row.id) ?? 0) < REST_MS) continue;
    lookedAt().set(row.id, now);
    // Nobody waits: the poller goes on meanwhile.
    void lookForCreated(row).catch((error: unknown) => {
      log.warn({ draft: row.id, error: errorText(error) }, "looking for a connection");
    });
  }
}
