import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { syncs } from "@/lib/store/tables/syncs";
import { syncColumns } from "@/lib/sync/connection-detail";
import { type ReadTimeline, within } from "@/lib/sync/timeline/timeline-ask";
import { keyOf } from "@/lib/sync/timeline/timeline-place";

export const readSyncs: ReadTimeline = async (db, ask) => {
  if (ask.actor !== null) return [];
  const rows = await db
    .select({ ...syncColumns, point: syncs.point })
    .from(syncs)
    .where(
      and(
        eq(syncs.upstream_id, ask.upstream_id),
        eq(syncs.connection_id, ask.connection_id),
        eq(syncs.shown, true),
        within(ask, "sync", syncs.point, syncs.id),
      ),
    )
    .orderBy(desc(syncs.point), desc(syncs.id))
    .limit(ask.limit + 1);
  return rows.map(({ point, ...sync }) => ({
    kind: "sync",
    key: keyOf("sync", point, sync.id),
    at: point,
    sync,
  }));
};
