import "server-only";
import { and, desc, eq, gte, ne } from "drizzle-orm";
import type { StateChange } from "@/lib/model/snapshot";
import { store } from "@/lib/store/db";
import { stateChanges } from "@/lib/store/tables/state-changes";
import { knownUpstream } from "@/lib/store/upstream";
import { changeColumns } from "@/lib/sync/connection-detail";

/** The account's state changes from `since` on, newest first, without the start and end of each single sync. */
export async function stateChangesSince(since: number, limit: number): Promise<StateChange[]> {
  const upstream_id = knownUpstream();
  if (upstream_id === null) return [];
  const { db } = await store();
  return db
    .select(changeColumns)
    .from(stateChanges)
    .where(
      and(
        eq(stateChanges.upstream_id, upstream_id),
        gte(stateChanges.seen_at, since),
        ne(stateChanges.kind, "sync"),
      ),
    )
    .orderBy(desc(stateChanges.seen_at), desc(stateChanges.id))
    .limit(limit);
}
