import "server-only";
import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { schemaRevisions } from "@/lib/store/tables/schema-revisions";
import { revisionColumns } from "@/lib/sync/schema/revisions";
import { type ReadTimeline, within } from "@/lib/sync/timeline/timeline-ask";
import { keyOf } from "@/lib/sync/timeline/timeline-place";
import { ELSEWHERE } from "@/lib/sync/who-did";

export const readSchema: ReadTimeline = async (db, ask) => {
  const { actor } = schemaRevisions;
  const whose =
    ask.actor === null
      ? undefined
      : ask.actor === ELSEWHERE
        ? isNull(actor)
        : ask.actor === "here"
          ? isNotNull(actor)
          : eq(actor, ask.actor);
  const rows = await db
    .select(revisionColumns)
    .from(schemaRevisions)
    .where(
      and(
        eq(schemaRevisions.upstream_id, ask.upstream_id),
        eq(schemaRevisions.connection_id, ask.connection_id),
        whose,
        within(ask, "schema", schemaRevisions.at, schemaRevisions.id),
      ),
    )
    .orderBy(desc(schemaRevisions.at), desc(schemaRevisions.id))
    .limit(ask.limit + 1);
  return rows.map((revision) => ({
    kind: "schema",
    key: keyOf("schema", revision.at, revision.id),
    at: revision.at,
    revision,
  }));
};
