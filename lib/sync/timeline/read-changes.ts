import "server-only";
import { and, desc, eq, inArray, ne } from "drizzle-orm";
import type { Db } from "@/lib/store/database";
import { stateChanges } from "@/lib/store/tables/state-changes";
import { changeColumns } from "@/lib/sync/connection-detail";
import { byActor, type ReadTimeline, type TimelineAsk, within } from "@/lib/sync/timeline/timeline-ask";
import { keyOf } from "@/lib/sync/timeline/timeline-place";

async function changesOf(db: Db, ask: TimelineAsk, kind: "health" | "settings") {
  const kinds =
    kind === "health"
      ? (["health", "appeared", "vanished"] as const)
      : (["settings", "paused", "annotation"] as const);
  // Health gets better or worse by itself; coming and going is somebody's doing.
  const ours = kind === "health" && ask.actor !== null ? ne(stateChanges.kind, "health") : undefined;
  return db
    .select({ ...changeColumns, difference: stateChanges.difference })
    .from(stateChanges)
    .where(
      and(
        eq(stateChanges.upstream_id, ask.upstream_id),
        eq(stateChanges.connection_id, ask.connection_id),
        inArray(stateChanges.kind, [...kinds]),
        ours,
        byActor(ask, stateChanges.actor),
        within(ask, kind, stateChanges.seen_at, stateChanges.id),
      ),
    )
    .orderBy(desc(stateChanges.seen_at), desc(stateChanges.id))
    .limit(ask.limit + 1);
}

export const readHealth: ReadTimeline = async (db, ask) =>
  (await changesOf(db, ask, "health")).map(({ difference: _, ...change }) => ({
    kind: "health",
    key: keyOf("health", change.seen_at, change.id),
    at: change.seen_at,
    change,
  }));

export const readSettings: ReadTimeline = async (db, ask) =>
  (await changesOf(db, ask, "settings")).map(({ difference, ...change }) => ({
    kind: "settings",
    key: keyOf("settings", change.seen_at, change.id),
    at: change.seen_at,
    change,
    difference,
    write: null,
  }));
