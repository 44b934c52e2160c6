import "server-only";
import { and, eq } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import { store } from "@/lib/store/db";
import { connections } from "@/lib/store/tables/connections";
import { currentUpstream } from "@/lib/store/upstream";

/**
 * Says before a write leaves who is about to change a connection, so that what the next look finds is put down
 * to that person on every instance. `summary` is a few words free of secrets, such as "paused".
 */
export async function announceWrite(
  connectionId: string,
  actor: Actor,
  summary: string,
  now = Date.now(),
): Promise<void> {
  const { db } = await store();
  await db
    .update(connections)
    .set({ announced_by: actor.id, announced_at: now, announced: summary })
    .where(and(eq(connections.upstream_id, currentUpstream()), eq(connections.id, connectionId)));
}
