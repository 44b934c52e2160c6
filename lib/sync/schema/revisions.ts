import "server-only";
import { and, desc, eq, getTableColumns, gt, gte, max, notLike, sql } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { countSteps } from "@/lib/model/schema/change-counts";
import type { RevisionCause, SchemaRevision, SchemaRevisionHead } from "@/lib/model/schema/schema-answers";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { inTurns } from "@/lib/model/steps";
import { compact, whole } from "@/lib/store/columns";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { schemaRevisions } from "@/lib/store/tables/schema-revisions";
import { currentUpstream } from "@/lib/store/upstream";

/** Who changed a schema config here, and why. */
export interface By {
  actor: string;
  /** The person's own words; empty for none. */
  why: string;
  /** The revision taken back or returned to; null for neither. */
  of: number | null;
}

const { upstream_id: _, ...columns } = getTableColumns(schemaRevisions);
/** A revision without its changes. */
export const { changes: __, ...revisionColumns } = columns;

/** Newest first, at most `limit`. */
export async function listRevisions(connection_id: string, limit = 200): Promise<SchemaRevisionHead[]> {
  const { db } = await store();
  return db
    .select(revisionColumns)
    .from(schemaRevisions)
    .where(of(connection_id))
    .orderBy(desc(schemaRevisions.number))
    .limit(limit);
}

/** @throws AppError `not_found` */
export async function revisionByNumber(connection_id: string, number: number): Promise<SchemaRevision> {
  const { db } = await store();
  const [row] = await db
    .select(columns)
    .from(schemaRevisions)
    .where(and(of(connection_id), eq(schemaRevisions.number, number)));
  if (!row) throw new AppError("not_found", `This connection's schema has no revision ${number}.`);
  return { ...row, changes: await whole(row.changes) };
}

/** The revisions after that number, newest first. */
export async function revisionsSince(connection_id: string, number: number): Promise<SchemaRevision[]> {
  const { db } = await store();
  const rows = await db
    .select(columns)
    .from(schemaRevisions)
    .where(and(of(connection_id), gt(schemaRevisions.number, number)))
    .orderBy(desc(schemaRevisions.number));
  return Promise.all(rows.map(async (row) => ({ ...row, changes: await whole(row.changes) })));
}

/** The number of the newest revision with that cause since that time; null for none. */
export async function revisionMade(
  connection_id: string,
  cause: RevisionCause,
  since: number,
): Promise<number | null> {
  const { db } = await store();
  const [row] = await db
    .select({ number: max(schemaRevisions.number) })
    .from(schemaRevisions)
    .where(and(of(connection_id), eq(schemaRevisions.cause, cause), gte(schemaRevisions.at, since)));
  return row?.number ?? null;
}

const NEW_MS = 7 * 86_400_000;

/** Revisions that saw something appear; an apply of a hundred thousand edits is not read for what it cannot hold. */
const SAW_NEW = notLike(sql`${schemaRevisions.counts}`, '%"appeared":0,%');

/** What changed in the last week where something appeared, oldest first. */
export async function recentChanges(connection_id: string, now = Date.now()): Promise<SchemaChanges[]> {
  const { db } = await store();
  const rows = await db
    .select({ changes: schemaRevisions.changes })
    .from(schemaRevisions)
    .where(and(of(connection_id), gt(schemaRevisions.at, now - NEW_MS), SAW_NEW))
    .orderBy(schemaRevisions.number);
  return Promise.all(rows.map((row) => whole(row.changes)));
}

/** Writes a revision down; the caller holds the connection's turn, so that numbers neither collide nor skip. */
export async function addRevision(
  db: Db,
  revision: {
    connection_id: string;
    cause: RevisionCause;
    by: By | null;
    at: number;
    not_before: number | null;
    changes: SchemaChanges;
  },
): Promise<number> {
  const { by, ...rest } = revision;
  const [last] = await db
    .select({ number: max(schemaRevisions.number) })
    .from(schemaRevisions)
    .where(of(revision.connection_id));
  const number = (last?.number ?? 0) + 1;
  await db.insert(schemaRevisions).values({
    ...rest,
    changes: await compact(revision.changes),
    upstream_id: currentUpstream(),
    number,
    actor: by?.actor ?? null,
    why: by?.why ?? "",
    of: by?.of ?? null,
    counts: await inTurns(countSteps(revision.changes)),
  });
  return number;
}

function of(connection_id: string) {
  return and(
    eq(schemaRevisions.upstream_id, currentUpstream()),
    eq(schemaRevisions.connection_id, connection_id),
  );
}
