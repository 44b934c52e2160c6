import "server-only";
import type { SetupAttempt } from "@/lib/store/tables/setup-drafts";
import { memory } from "@/lib/sync/memory";
import { CLOCK_MS } from "@/lib/sync/setup/find-created";

/** Twice as long as a creation may take, so that nothing made later under the name is taken for it. */
export const OPEN_MS = 3_600_000;

/**
 * The connection of the snapshot that an attempt may have made: of its service, name and group, not there before, made
 * within its time. Costs no upstream call.
 */
export function appearedOf(
  { group_id, schema, service, before, since, at }: SetupAttempt,
  counts: (id: string) => boolean = () => true,
): string | undefined {
  for (const one of memory().rows.values()) {
    if (one.group_id !== group_id || one.schema !== schema || one.service !== service) continue;
    if (before.includes(one.id) || !counts(one.id) || one.created_at === null) continue;
    if (one.created_at >= since - CLOCK_MS && one.created_at <= at + OPEN_MS) return one.id;
  }
  return undefined;
}
