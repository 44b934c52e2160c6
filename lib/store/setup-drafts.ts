import "server-only";
import { randomUUID } from "node:crypto";
import { and, desc, eq, ne } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { nameInConfig } from "@/lib/model/name-in-config";
import type { SetupDraft, SetupDraftHead } from "@/lib/model/setup-draft";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { rememberAttempt } from "@/lib/store/earlier-attempts";
import { setupDrafts } from "@/lib/store/tables/setup-drafts";
import { currentUpstream } from "@/lib/store/upstream";

export type SetupDraftRow = typeof setupDrafts.$inferSelect;

/** So many drafts a person may have: all of them are listed. */
const MOST = 200;

/** What its owner sees of a draft. */
export function draftOf(row: SetupDraftRow): SetupDraft {
  const { id, version, service, step, values, secrets, source, schema_from, creation } = row;
  const { created_at, saved_at } = row;
  return { id, version, service, step, values, secrets, source, schema_from, creation, created_at, saved_at };
}

/**
 * Begins a draft. What is given holds no secret: `keptValues` saw to that.
 * @throws AppError `conflict` where the person has too many already
 */
export async function addSetupDraft(
  actor: string,
  begun: Pick<SetupDraft, "service" | "values" | "secrets" | "source" | "schema_from">,
): Promise<SetupDraft> {
  const { db } = await store();
  if ((await db.$count(setupDrafts, ofActor(actor))) >= MOST) {
    throw new AppError(
      "conflict",
      `You have ${MOST} unfinished drafts. None was begun; delete those that you no longer need first.`,
    );
  }
  const now = Date.now();
  const [row] = await db
    .insert(setupDrafts)
    .values({
      ...begun,
      id: randomUUID(),
      upstream_id: currentUpstream(),
      actor,
      version: 1,
      step: "destination",
      state: "not_sent",
      creation: { state: "not_sent" },
      created_at: now,
      saved_at: now,
    })
    .returning();
  if (!row) throw new Error("The draft's row did not come back.");
  return draftOf(row);
}

/** A person's own draft. @throws AppError `not_found` */
export async function readSetupDraft(id: string, actor: string): Promise<SetupDraft> {
  return draftOf(await setupDraftRow(id, actor));
}

/** The same with what only the server needs to know. @throws AppError `not_found` */
export async function setupDraftRow(id: string, actor: string): Promise<SetupDraftRow> {
  const { db } = await store();
  const [row] = await db.select().from(setupDrafts).where(own(id, actor));
  if (!row) throw noDraft();
  return row;
}

/** A person's drafts, the one saved last first. */
export async function listSetupDrafts(actor: string): Promise<SetupDraftHead[]> {
  const { db } = await store();
  const { id, service, step, creation, saved_at, values } = setupDrafts;
  const rows = await db
    .select({ id, service, step, creation, saved_at, values })
    .from(setupDrafts)
    .where(ofActor(actor))
    .orderBy(desc(saved_at))
    .limit(MOST);
  return rows.map(({ values: { group_id, settings }, ...head }) => ({
    ...head,
    group_id,
    schema: nameInConfig(settings.config),
  }));
}

/**
 * Saves a draft over the version it was made from. What is given holds no secret: `keptValues` saw to that.
 * @throws AppError `conflict` where another tab or browser of the same person saved meanwhile, `not_found` where it is
 *   gone; nothing is saved then
 */
export async function saveSetupDraft(
  id: string,
  actor: string,
  { version, ...next }: Pick<SetupDraft, "version" | "step" | "values" | "secrets">,
): Promise<SetupDraft> {
  const { db } = await store();
  const [saved] = await db
    .update(setupDrafts)
    .set({ ...next, version: version + 1, saved_at: Date.now() })
    .where(and(own(id, actor), eq(setupDrafts.version, version)))
    .returning();
  if (saved) return draftOf(saved);
  await readSetupDraft(id, actor);
  throw new AppError(
    "conflict",
    "This draft was changed in another tab or browser meanwhile. Nothing was saved over it.",
  );
}

/**
 * Removes a draft; what it created stays in Fivetran, and an attempt that nobody knows the outcome of is remembered.
 * @throws AppError `conflict` while its connection is being created, `not_found`
 */
export async function dropSetupDraft(id: string, actor: string): Promise<void> {
  const { db } = await store();
  const gone = await db.transaction(async (tx) => {
    const [row] = await tx
      .delete(setupDrafts)
      .where(and(own(id, actor), ne(setupDrafts.state, "sending")))
      .returning();
    if (row?.state === "unknown" && row.attempt) {
      // A transaction has the same queries as the database; drizzle only names its type differently.
      await rememberAttempt(tx as unknown as Db, row.upstream_id, id, row.attempt);
    }
    return row;
  });
  if (gone) return;
  await readSetupDraft(id, actor);
  throw new AppError(
    "conflict",
    "This connection is being created just now. The draft stays until the outcome is known.",
  );
}

const ofActor = (actor: string) =>
  and(eq(setupDrafts.upstream_id, currentUpstream()), eq(setupDrafts.actor, actor));

function own(id: string, actor: string) {
  return and(
    eq(setupDrafts.upstream_id, currentUpstream()),
    eq(setupDrafts.id, id),
    eq(setupDrafts.actor, actor),
  );
}

export function noDraft(): AppError {
  return new AppError(
    "not_found",
    "There is no such draft of yours. Drafts that nobody touched for 90 days are removed.",
  );
}
