import "server-only";
import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { alias } from "drizzle-orm/pg-core";
import { schemaRows } from "@/lib/contract/schema-rows";
import { AppError } from "@/lib/errors";
import type {
  AuditedWrite,
  TimelineItem,
  TimelineKind,
  TimelinePage,
  TimelineQuery,
} from "@/lib/model/timeline";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { audit } from "@/lib/store/tables/audit";
import { observations } from "@/lib/store/tables/observations";
import { schemaRevisions } from "@/lib/store/tables/schema-revisions";
import { stateChanges } from "@/lib/store/tables/state-changes";
import { syncs } from "@/lib/store/tables/syncs";
import { upstreams } from "@/lib/store/tables/upstreams";
import { currentUpstream } from "@/lib/store/upstream";
import { changeColumns, syncColumns } from "@/lib/sync/connection-detail";
import { observationsSince } from "@/lib/sync/observe";
import { revisionColumns } from "@/lib/sync/schema/revisions";
import { ELSEWHERE } from "@/lib/sync/who-did";

/** A place in the timeline: of two things at one time the one with the later letter and number comes first. */
interface Place {
  at: number;
  letter: string;
  id: number;
}

const LETTERS = {
  sync: "s",
  health: "h",
  settings: "c",
  schema: "r",
  action: "a",
  gap: "g",
} as const satisfies Record<TimelineKind, string>;

/** A write and the change it brought about are seen within this time of one another. */
const SEEN_MS = 120_000;

interface Ask extends TimelineQuery {
  upstream_id: number;
  connection_id: string;
  after: Place | null;
  limit: number;
}

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
  const ask: Ask = {
    ...query,
    upstream_id: currentUpstream(),
    connection_id,
    after: query.cursor === null ? null : placeOf(query.cursor),
  };
  const found: TimelineItem[] = [];
  for (const kind of new Set(query.kinds)) found.push(...(await READ[kind](db, ask)));
  found.sort((a, b) => compare(placeOf(b.key), placeOf(a.key)));
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

const keyOf = (kind: TimelineKind, at: number, id: number): string => `${at}-${LETTERS[kind]}${id}`;

function placeOf(key: string): Place {
  const [, at, letter, id] = /^(\d{1,15})-([acghrs])(\d{1,15})$/.exec(key) ?? [];
  if (!letter)
    throw new AppError("invalid", "This page of the history cannot be asked for. Begin with the first.");
  return { at: Number(at), letter, id: Number(id) };
}

const compare = (a: Place, b: Place): number =>
  a.at - b.at || (a.letter < b.letter ? -1 : a.letter > b.letter ? 1 : a.id - b.id);

/** What lies in the range and after the cursor, by the columns that hold a kind's time and number. */
function within(ask: Ask, kind: TimelineKind, at: AnyPgColumn, id: AnyPgColumn): SQL | undefined {
  const { after, from, until } = ask;
  const letter = LETTERS[kind];
  const bounds = [from === null ? undefined : gte(at, from), until === null ? undefined : lt(at, until)];
  if (!after) return and(...bounds);
  if (letter < after.letter) return and(...bounds, lte(at, after.at));
  const later = letter === after.letter ? and(eq(at, after.at), lt(id, after.id)) : undefined;
  return and(...bounds, later ? or(lt(at, after.at), later) : lt(at, after.at));
}

/** Null where nothing of that kind is anybody's doing. */
function byActor({ actor }: Ask, column: AnyPgColumn): SQL | undefined {
  if (actor === null) return undefined;
  return actor === "here" ? ne(column, ELSEWHERE) : eq(column, actor);
}

type Read = (db: Db, ask: Ask) => Promise<TimelineItem[]>;

const readSyncs: Read = async (db, ask) => {
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

async function changesOf(db: Db, ask: Ask, kind: "health" | "settings") {
  const kinds =
    kind === "health" ? (["health", "appeared", "vanished"] as const) : (["settings", "paused"] as const);
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

const readHealth: Read = async (db, ask) =>
  (await changesOf(db, ask, "health")).map(({ difference: _, ...change }) => ({
    kind: "health",
    key: keyOf("health", change.seen_at, change.id),
    at: change.seen_at,
    change,
  }));

const readSettings: Read = async (db, ask) =>
  (await changesOf(db, ask, "settings")).map(({ difference, ...change }) => ({
    kind: "settings",
    key: keyOf("settings", change.seen_at, change.id),
    at: change.seen_at,
    change,
    difference,
    write: null,
  }));

const readSchema: Read = async (db, ask) => {
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
const readActions: Read = async (db, ask) => {
  const change = alias(stateChanges, "change");
  const seen = sql`exists (select 1 from ${stateChanges} ${sql.identifier("change")}
    where ${change.upstream_id} = ${audit.upstream_id} and ${change.connection_id} = ${audit.connection_id}
      and ${change.kind} in ('settings', 'paused') and ${change.actor} = ${audit.actor}
      and ${change.seen_at} between ${audit.at} and coalesce(${audit.ended_at}, ${audit.at}) + ${SEEN_MS}::bigint)`;
  const told = or(
    inArray(audit.operation, SCHEMA_OPERATIONS),
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

const readGaps: Read = async (db, ask) => {
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
      (ask.until === null || at < ask.until) && (ask.after === null || compare(placeOf(key), ask.after) < 0),
  );
};

const READ: Record<TimelineKind, Read> = {
  sync: readSyncs,
  health: readHealth,
  settings: readSettings,
  schema: readSchema,
  action: readActions,
  gap: readGaps,
};

/** Puts beside changes of settings that were made here the request that made them. */
async function addWrites(db: Db, ask: Ask, items: TimelineItem[]): Promise<void> {
  const ours = items.flatMap((item) =>
    item.kind === "settings" && item.change.actor !== ELSEWHERE ? [item] : [],
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

async function actorsOf(db: Db, { upstream_id, connection_id }: Ask): Promise<string[]> {
  const rows = await db
    .selectDistinct({ actor: audit.actor })
    .from(audit)
    .where(and(eq(audit.upstream_id, upstream_id), eq(audit.connection_id, connection_id)));
  return rows.map((row) => row.actor).sort();
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
