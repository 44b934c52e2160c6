import "server-only";
import { and, desc, eq, gte, inArray, lte, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { schemaRows } from "@/lib/contract/schema-rows";
import type { AuditedWrite, TimelineItem } from "@/lib/model/timeline";
import type { Db } from "@/lib/store/database";
import { audit } from "@/lib/store/tables/audit";
import { stateChanges } from "@/lib/store/tables/state-changes";
import { byActor, type ReadTimeline, type TimelineAsk, within } from "@/lib/sync/timeline/timeline-ask";
import { keyOf } from "@/lib/sync/timeline/timeline-place";
import { ELSEWHERE } from "@/lib/sync/who-did";

/** A write and the change it brought about are seen within this time of one another. */
const SEEN_MS = 120_000;

const writeColumns = {
  actor: audit.actor,
  operation: audit.operation,
  at: audit.at,
  ended_at: audit.ended_at,
  outcome: audit.outcome,
  status: audit.status,
  message: audit.message,
  body: audit.body,
} satisfies Record<keyof AuditedWrite, unknown>;

const SCHEMA_OPERATIONS = Object.keys(schemaRows);

/** Writes whose effect no other kind tells: a change of settings that was seen and a schema revision speak for theirs. */
export const readActions: ReadTimeline = async (db, ask) => {
  const change = alias(stateChanges, "change");
  const seen = sql`exists (select 1 from ${stateChanges} ${sql.identifier("change")}
    where ${change.upstream_id} = ${audit.upstream_id} and ${change.connection_id} = ${audit.connection_id}
      and ${change.kind} in ('settings', 'paused') and ${change.actor} = ${audit.actor}
      and ${change.seen_at} between ${audit.at} and coalesce(${audit.ended_at}, ${audit.at}) + ${SEEN_MS}::bigint)`;
  const told = or(
    inArray(audit.operation, SCHEMA_OPERATIONS),
    eq(audit.operation, "annotate_connection"),
    and(eq(audit.operation, "modify_connection"), seen),
  );
  const rows = await db
    .select({ ...writeColumns, id: audit.id })
    .from(audit)
    .where(
      and(
        eq(audit.upstream_id, ask.upstream_id),
        eq(audit.connection_id, ask.connection_id),
        or(ne(audit.outcome, "succeeded"), sql`not (${told})`),
        byActor(ask, audit.actor),
        within(ask, "action", audit.at, audit.id),
      ),
    )
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(ask.limit + 1);
  return rows.map(({ id, ...write }) => ({
    kind: "action",
    key: keyOf("action", write.at, id),
    at: write.at,
    write,
  }));
};

/** Puts beside changes of settings that were made here the request that made them. */
export async function addWrites(db: Db, ask: TimelineAsk, items: TimelineItem[]): Promise<void> {
  const ours = items.flatMap((item) =>
    item.kind === "settings" && item.change.kind !== "annotation" && item.change.actor !== ELSEWHERE
      ? [item]
      : [],
  );
  const [newest] = ours;
  const oldest = ours.at(-1);
  if (!newest || !oldest) return;
  const writes = await db
    .select(writeColumns)
    .from(audit)
    .where(
      and(
        eq(audit.upstream_id, ask.upstream_id),
        eq(audit.connection_id, ask.connection_id),
        eq(audit.operation, "modify_connection"),
        gte(audit.at, oldest.at - SEEN_MS * 2),
        lte(audit.at, newest.at),
      ),
    )
    .orderBy(desc(audit.at));
  for (const item of ours) {
    item.write =
      writes.find(
        (write) =>
          write.actor === item.change.actor &&
          write.at <= item.at &&
          item.at <= (write.ended_at ?? write.at) + SEEN_MS,
      ) ?? null;
  }
}
