import "server-only";
import type { TimelineItem } from "@/lib/model/timeline";
import { observationsSince } from "@/lib/sync/observe";
import type { ReadTimeline } from "@/lib/sync/timeline/timeline-ask";
import { comparePlaces, keyOf, placeOf } from "@/lib/sync/timeline/timeline-place";

export const readGaps: ReadTimeline = async (db, ask) => {
  if (ask.actor !== null) return [];
  const spans = await observationsSince(db, ask.upstream_id, ask.from ?? 0);
  const gaps: TimelineItem[] = [];
  let reached = spans[0]?.until_at ?? 0;
  for (const { began_at: at, until_at } of spans.slice(1)) {
    if (at > reached) gaps.push({ kind: "gap", key: keyOf("gap", at, reached), at, from: reached });
    reached = Math.max(reached, until_at);
  }
  return gaps.filter(
    ({ at, key }) =>
      (ask.until === null || at < ask.until) &&
      (ask.after === null || comparePlaces(placeOf(key), ask.after) < 0),
  );
};
