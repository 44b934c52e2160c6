import "server-only";
import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import {
  type Annotation,
  type AnnotationHead,
  NO_ANNOTATION,
  type StoredAnnotation,
} from "@/lib/model/annotation";
import { annotationDifference } from "@/lib/model/annotation-difference";
import { store } from "@/lib/store/db";
import { annotations } from "@/lib/store/tables/annotations";
import { stateChanges } from "@/lib/store/tables/state-changes";
import { currentUpstream } from "@/lib/store/upstream";

const columns = {
  tags: annotations.tags,
  owners: annotations.owners,
  notes: annotations.notes,
  runbook: annotations.runbook,
  version: annotations.version,
  saved_by: annotations.saved_by,
  saved_at: annotations.saved_at,
} satisfies Record<keyof StoredAnnotation, unknown>;

/** A connection's annotation; version 0 and nothing in it where nobody has saved one. */
export async function readAnnotation(connection_id: string): Promise<StoredAnnotation> {
  const { db } = await store();
  const [row] = await db.select(columns).from(annotations).where(of(connection_id));
  return row ?? { ...NO_ANNOTATION, version: 0, saved_by: "", saved_at: 0 };
}

/** The tags and owners of all connections that have any. */
export async function annotationHeads(): Promise<AnnotationHead[]> {
  const { db } = await store();
  const { connection_id, tags, owners } = annotations;
  const rows = await db
    .select({ connection_id, tags, owners })
    .from(annotations)
    .where(eq(annotations.upstream_id, currentUpstream()));
  return rows.filter((row) => row.tags.length > 0 || row.owners.length > 0);
}

/**
 * Saves an annotation over the version it was made from, with what changed as a state change beside it.
 * @throws AppError `conflict` where someone saved it meanwhile; nothing is saved then
 */
export async function saveAnnotation(
  connection_id: string,
  from: number,
  { tags, owners, notes, runbook }: Annotation,
  actor: string,
): Promise<StoredAnnotation> {
  const { db } = await store();
  const upstream_id = currentUpstream();
  const saved_at = Date.now();
  const next = { tags, owners, notes, runbook, version: from + 1, saved_by: actor, saved_at };
  return db.transaction(async (tx) => {
    const [before = NO_ANNOTATION] = await tx.select(columns).from(annotations).where(of(connection_id));
    const [saved] =
      from === 0
        ? await tx
            .insert(annotations)
            .values({ upstream_id, connection_id, ...next })
            .onConflictDoNothing()
            .returning(columns)
        : await tx
            .update(annotations)
            .set(next)
            .where(and(of(connection_id), eq(annotations.version, from)))
            .returning(columns);
    if (!saved)
      throw new AppError(
        "conflict",
        "Someone else saved this meanwhile. Nothing was saved over it, and what you typed is still here.",
      );
    const difference = annotationDifference(before, saved);
    if (difference.length > 0)
      await tx.insert(stateChanges).values({
        upstream_id,
        connection_id,
        kind: "annotation",
        seen_at: saved_at,
        actor,
        difference,
      });
    return saved;
  });
}

const of = (connection_id: string) =>
  and(eq(annotations.upstream_id, currentUpstream()), eq(annotations.connection_id, connection_id));
