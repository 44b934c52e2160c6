import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { TimelineItem, TimelineKind, TimelinePage, TimelineQuery } from "@/lib/model/timeline";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { audit } from "@/lib/store/tables/audit";
import { observations } from "@/lib/store/tables/observations";
import { upstreams } from "@/lib/store/tables/upstreams";
import { currentUpstream } from "@/lib/store/upstream";
import { addWrites, readActions } from "@/lib/sync/timeline/read-actions";
import { alertActors, readAlerts } from "@/lib/sync/timeline/read-alerts";
import { readHealth, readSettings } from "@/lib/sync/timeline/read-changes";
import { readGaps } from "@/lib/sync/timeline/read-gaps";
import { readSchema } from "@/lib/sync/timeline/read-schema";
import { readSyncs } from "@/lib/sync/timeline/read-syncs";
import type { ReadTimeline, TimelineAsk } from "@/lib/sync/timeline/timeline-ask";
import { comparePlaces, placeOf } from "@/lib/sync/timeline/timeline-place";

const READ: Record<TimelineKind, ReadTimeline> = {
  sync: readSyncs,
  health: readHealth,
  settings: readSettings,
  schema: readSchema,
  alert: readAlerts,
  action: readActions,
  gap: readGaps,
};

/**
 * What is known to have happened to a connection, newest first, one page of it; costs no upstream call.
 * @param cursor `next_cursor` of the page before
 * @throws AppError `invalid` for a cursor that is none
 */
export async function timelinePage(
  connection_id: string,
  query: TimelineQuery & { cursor: string | null; limit: number },
): Promise<TimelinePage> {
  const { db } = await store();
  const ask: TimelineAsk = {
    ...query,
    upstream_id: currentUpstream(),
    connection_id,
    after: query.cursor === null ? null : placeOf(query.cursor),
  };
  const found: TimelineItem[] = [];
  for (const kind of new Set(query.kinds)) found.push(...(await READ[kind](db, ask)));
  found.sort((a, b) => comparePlaces(placeOf(b.key), placeOf(a.key)));
  const items = found.slice(0, query.limit);
  await addWrites(db, ask, items);
  const [upstream] = await db
    .select({ sync_history: upstreams.sync_history })
    .from(upstreams)
    .where(eq(upstreams.id, ask.upstream_id));
  return {
    items,
    next_cursor: found.length > items.length ? (items.at(-1)?.key ?? null) : null,
    actors: await actorsOf(db, ask),
    observed_since: await observedSince(db, ask.upstream_id),
    sync_history: upstream?.sync_history ?? null,
  };
}

async function actorsOf(db: Db, ask: TimelineAsk): Promise<string[]> {
  const { upstream_id, connection_id } = ask;
  const rows = await db
    .selectDistinct({ actor: audit.actor })
    .from(audit)
    .where(and(eq(audit.upstream_id, upstream_id), eq(audit.connection_id, connection_id)));
  return [...new Set([...rows.map((row) => row.actor), ...(await alertActors(db, ask))])].sort();
}

async function observedSince(db: Db, upstream_id: number): Promise<number | null> {
  const [first] = await db
    .select({ began_at: observations.began_at })
    .from(observations)
    .where(eq(observations.upstream_id, upstream_id))
    .orderBy(asc(observations.until_at))
    .limit(1);
  return first?.began_at ?? null;
}
