import "server-only";
import type { EarlierAttempt } from "@/lib/model/earlier-attempt";
import type { ConnectionRow } from "@/lib/model/snapshot";
import { type EarlierAttemptRow, listEarlierAttempts } from "@/lib/store/earlier-attempts";
import { adopted } from "@/lib/store/setup-creations";
import type { SetupAttempt } from "@/lib/store/tables/setup-drafts";
import { currentUpstream } from "@/lib/store/upstream";
import { memory } from "@/lib/sync/memory";
import { CLOCK_MS } from "@/lib/sync/setup/find-created";

/** Twice as long as a creation may take, so that nothing made later under the name is taken for it. */
const OPEN_MS = 3_600_000;

/** What lost attempts of the account may have left behind, out of the snapshot; costs no upstream call. */
export async function earlierAttemptsNow(now = Date.now()): Promise<EarlierAttempt[]> {
  const rows = await listEarlierAttempts();
  if (rows.length === 0) return [];
  const known = [...memory().rows.values()];
  const found = new Map(rows.map((row) => [row.id, known.find((one) => isOf(row, one))?.id]));
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

function isOf({ attempt, instead }: EarlierAttemptRow, one: ConnectionRow): boolean {
  if (one.group_id !== attempt.group_id || one.schema !== attempt.schema) return false;
  if (one.service !== attempt.service || one.id === instead || attempt.before.includes(one.id)) return false;
  return one.created_at !== null && madeBy(attempt, one.created_at);
}

const madeBy = ({ since, at }: SetupAttempt, created_at: number): boolean =>
  created_at >= since - CLOCK_MS && created_at <= at + OPEN_MS;
