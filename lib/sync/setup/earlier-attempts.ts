import "server-only";
import type { EarlierAttempt } from "@/lib/model/earlier-attempt";
import { listEarlierAttempts } from "@/lib/store/earlier-attempts";
import { adopted } from "@/lib/store/setup-creations";
import { currentUpstream } from "@/lib/store/upstream";
import { appearedOf, OPEN_MS } from "@/lib/sync/setup/appeared-of";

/** What lost attempts of the account may have left behind, out of the snapshot; costs no upstream call. */
export async function earlierAttemptsNow(now = Date.now()): Promise<EarlierAttempt[]> {
  const rows = await listEarlierAttempts();
  if (rows.length === 0) return [];
  const found = new Map(
    rows.map(({ id, attempt, instead }) => [id, appearedOf(attempt, (other) => other !== instead)]),
  );
  const theirs = await adopted(
    currentUpstream(),
    [...found.values()].filter((id) => id !== undefined),
  );
  return rows.map(({ id, draft_id, at, group_id, schema, attempt, instead }) => {
    const appeared = found.get(id);
    const connection_id = appeared !== undefined && !theirs.has(appeared) ? appeared : null;
    const open = now - at < OPEN_MS;
    return { id, draft_id, at, group_id, service: attempt.service, schema, instead, connection_id, open };
  });
}
