import "server-only";
import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import type { SchemaDraft } from "@/lib/model/schema/schema-answers";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { withoutChanges } from "@/lib/model/schema/without-changes";
import { inTurns } from "@/lib/model/steps";
import { compact, whole } from "@/lib/store/columns";
import { store } from "@/lib/store/db";
import { schemaDrafts } from "@/lib/store/tables/schema-drafts";
import { currentUpstream } from "@/lib/store/upstream";

const columns = {
  version: schemaDrafts.version,
  base_hash: schemaDrafts.base_hash,
  changes: schemaDrafts.changes,
  saved_at: schemaDrafts.saved_at,
} satisfies Record<keyof SchemaDraft, unknown>;

/** A person's draft of a connection; null where there never was one. An emptied one keeps its version. */
export async function readDraft(connection_id: string, actor: string): Promise<SchemaDraft | null> {
  const { db } = await store();
  const [draft] = await db.select(columns).from(schemaDrafts).where(own(connection_id, actor));
  return draft ? { ...draft, changes: await whole(draft.changes) } : null;
}

/** The hash of the tree that a person's draft was made from; null where there is no draft. */
export async function draftBase(connection_id: string, actor: string): Promise<string | null> {
  const { db } = await store();
  const [draft] = await db
    .select({ base_hash: schemaDrafts.base_hash })
    .from(schemaDrafts)
    .where(own(connection_id, actor));
  return draft?.base_hash ?? null;
}

/**
 * Saves a draft over the version it was made from, 0 for none.
 * @throws AppError `conflict` where another tab or browser of the same person saved meanwhile; nothing is saved then
 */
export async function saveDraft(
  connection_id: string,
  actor: string,
  { version, base_hash, changes }: Pick<SchemaDraft, "version" | "base_hash" | "changes">,
): Promise<SchemaDraft> {
  const { db } = await store();
  const next = { version: version + 1, base_hash, changes, saved_at: Date.now() };
  const row = { ...next, changes: await compact(changes) };
  const key = { upstream_id: currentUpstream(), connection_id, actor };
  const [saved] =
    version === 0
      ? await db
          .insert(schemaDrafts)
          .values({ ...key, ...row })
          .onConflictDoNothing()
          .returning({ version: schemaDrafts.version })
      : await db
          .update(schemaDrafts)
          .set(row)
          .where(and(own(connection_id, actor), eq(schemaDrafts.version, version)))
          .returning({ version: schemaDrafts.version });
  // Not as the store has it, which would be read through once more.
  if (saved) return next;
  throw new AppError(
    "conflict",
    "This draft was changed in another tab or browser meanwhile. Nothing was saved over it.",
  );
}

/** Takes what was applied out of a person's draft. One that is being saved meanwhile is looked at again. */
export async function clearApplied(
  connection_id: string,
  actor: string,
  applied: SchemaChanges,
): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const draft = await readDraft(connection_id, actor);
    if (!draft) return;
    const changes = await inTurns(withoutChanges(draft.changes, applied));
    try {
      await saveDraft(connection_id, actor, { ...draft, changes });
      return;
    } catch (error) {
      if (!(error instanceof AppError && error.code === "conflict")) throw error;
    }
  }
}

function own(connection_id: string, actor: string) {
  return and(
    eq(schemaDrafts.upstream_id, currentUpstream()),
    eq(schemaDrafts.connection_id, connection_id),
    eq(schemaDrafts.actor, actor),
  );
}
