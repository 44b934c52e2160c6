import "server-only";
import { createHash } from "node:crypto";
import { and, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import type { SetupCreation } from "@/lib/model/setup-draft";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { madeInstead, rememberAttempt } from "@/lib/store/earlier-attempts";
import { instance } from "@/lib/store/instance";
import { noDraft, type SetupDraftRow } from "@/lib/store/setup-drafts";
import { type SetupAttempt, setupDrafts } from "@/lib/store/tables/setup-drafts";
import { currentUpstream } from "@/lib/store/upstream";

/** An attempt whose outcome is not known keeps others from its name so long: what it asked for may still appear. */
const CLAIM_MS = 3_600_000;

/**
 * Notes that the request is about to leave, unless one of this draft has left already and is not settled, or another
 * draft's for the same name.
 * @param again whether a new attempt may follow one whose answer was lost and that a look has not found; that one is
 *   remembered, since what it asked for may still appear
 * @returns the row and whether it began: where not, nothing may be sent, and the row says how it stands
 * @throws AppError `conflict` for an unsettled attempt, `not_found`
 */
export function beginCreation(
  id: string,
  actor: string,
  attempt: SetupAttempt,
  again: boolean,
): Promise<{ row: SetupDraftRow; began: boolean }> {
  return inTurn(async (tx) => {
    const [row] = await tx
      .select()
      .from(setupDrafts)
      .where(and(of(id), eq(setupDrafts.actor, actor)));
    if (!row) throw noDraft();
    const { creation } = row;
    if (creation.state === "sending" || creation.state === "created") return { row, began: false };
    if (creation.state === "unknown" && !(again && creation.looked_at !== null)) throw unsettled(creation);
    if (creation.state === "unknown" && row.attempt)
      await rememberAttempt(tx, currentUpstream(), id, row.attempt);
    const claim = digest([attempt.group_id, attempt.schema]);
    await freeOfOthers(tx, id, claim, attempt.at);
    const sending = { state: "sending", at: attempt.at } as const;
    const set = { state: sending.state, creation: sending, attempt, claim, holder: instance() };
    const [began] = await tx.update(setupDrafts).set(set).where(of(id)).returning();
    if (!began) throw noDraft();
    return { row: began, began: true };
  });
}

/**
 * Writes what became of an attempt. One that was found by looking is this draft's only while it is no other's.
 * @returns the row as it stands; null where another draft has that connection, or where the draft is gone or past
 *   that attempt: nothing is written then
 */
export function endCreation(
  { id, upstream_id }: Pick<SetupDraftRow, "id" | "upstream_id">,
  attempt_at: number,
  creation: SetupCreation,
): Promise<SetupDraftRow | null> {
  return inTurn(async (tx) => {
    const here = and(eq(setupDrafts.upstream_id, upstream_id), eq(setupDrafts.id, id));
    const [row] = await tx.select().from(setupDrafts).where(here);
    if (row?.attempt?.at !== attempt_at) return null;
    if (row.state !== "sending" && row.state !== "unknown") return null;
    let connection_id: string | null = null;
    if (creation.state === "created") {
      ({ connection_id } = creation);
      const others = await tx
        .select({ id: setupDrafts.id })
        .from(setupDrafts)
        .where(and(eq(setupDrafts.upstream_id, upstream_id), eq(setupDrafts.connection_id, connection_id)));
      if (others.length > 0 && creation.message !== null) return null;
      await madeInstead(tx, upstream_id, id, { ...row.attempt, connection_id });
      if (others.length > 0) connection_id = null;
    }
    const { state } = creation;
    const open = state === "unknown";
    const set = { state, creation, connection_id, holder: null, ...(!open && { claim: null }) };
    const [ended] = await tx.update(setupDrafts).set(set).where(here).returning();
    return ended ?? null;
  }, upstream_id);
}

/** The drafts of `which` whose request has left and is not settled. */
export async function openCreations(state: "sending" | "unknown", which: SQL): Promise<SetupDraftRow[]> {
  const { db } = await store();
  return db
    .select()
    .from(setupDrafts)
    .where(and(eq(setupDrafts.state, state), which));
}

/** Those of these connections that some draft has as its own. */
export async function adopted(upstream_id: number, connection_ids: readonly string[]): Promise<Set<string>> {
  if (connection_ids.length === 0) return new Set();
  const { db } = await store();
  const rows = await db
    .select({ id: setupDrafts.connection_id })
    .from(setupDrafts)
    .where(
      and(eq(setupDrafts.upstream_id, upstream_id), inArray(setupDrafts.connection_id, [...connection_ids])),
    );
  return new Set(rows.flatMap((row) => row.id ?? []));
}

async function freeOfOthers(tx: Db, id: string, claim: string, now: number): Promise<void> {
  const [other] = await tx
    .select()
    .from(setupDrafts)
    .where(
      and(
        eq(setupDrafts.upstream_id, currentUpstream()),
        eq(setupDrafts.claim, claim),
        ne(setupDrafts.id, id),
      ),
    );
  if (!other) return;
  const { state, actor, attempt } = other;
  if (state === "sending" || now - (attempt?.at ?? 0) < CLAIM_MS) {
    const what = state === "sending" ? "is being created" : "may have been created";
    throw new AppError(
      "conflict",
      `A connection of this name ${what} from another draft, ${actor}'s, since ${clock(attempt?.at ?? now)} UTC. Nothing was sent.`,
    );
  }
  await tx.update(setupDrafts).set({ claim: null }).where(of(other.id));
}

/** One change of these states after the other, on every process. */
async function inTurn<T>(work: (tx: Db) => Promise<T>, upstream_id = currentUpstream()): Promise<T> {
  const { db } = await store();
  return db.transaction(async (transaction) => {
    // A transaction has the same queries as the database; drizzle only names its type differently.
    const tx = transaction as unknown as Db;
    const key = JSON.stringify(["setup", upstream_id]);
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    return work(tx);
  });
}

function unsettled({ at, looked_at }: Extract<SetupCreation, { state: "unknown" }>): AppError {
  const way =
    looked_at === null
      ? "Look for the connection first."
      : "A look did not find it; it may still appear. Look again, or say that it is to be sent again.";
  return new AppError(
    "conflict",
    `The answer to the request of ${clock(at)} UTC was lost, so nothing was sent. ${way}`,
  );
}

const of = (id: string) => and(eq(setupDrafts.upstream_id, currentUpstream()), eq(setupDrafts.id, id));
const digest = (names: readonly string[]) =>
  createHash("sha256").update(JSON.stringify(names)).digest("hex").slice(0, 32);
const clock = (at: number) => new Date(at).toISOString().slice(11, 16);
