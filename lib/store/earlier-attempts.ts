import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { earlierAttempts } from "@/lib/store/tables/earlier-attempts";
import type { SetupAttempt } from "@/lib/store/tables/setup-drafts";
import { currentUpstream } from "@/lib/store/upstream";

export type EarlierAttemptRow = typeof earlierAttempts.$inferSelect;
type Names = Pick<SetupAttempt, "group_id" | "schema">;

/** So many are looked at, the latest first. */
const LISTED = 200;

/** Remembers the attempt of a draft that nobody knows the outcome of, in the place of one of the same name. */
export async function rememberAttempt(
  db: Db,
  upstream_id: number,
  draft_id: string,
  attempt: SetupAttempt,
): Promise<void> {
  const { at, group_id, schema } = attempt;
  const same = and(named(upstream_id, attempt), eq(earlierAttempts.draft_id, draft_id));
  await db.delete(earlierAttempts).where(same);
  await db.insert(earlierAttempts).values({ upstream_id, draft_id, at, group_id, schema, attempt });
}

/**
 * Notes that a draft has its connection. What was asked for under that name is decided by it: names are unique in a
 * group.
 */
export async function madeInstead(
  db: Db,
  upstream_id: number,
  draft_id: string,
  made: Names & { connection_id: string },
): Promise<void> {
  await db.delete(earlierAttempts).where(named(upstream_id, made));
  const of = and(eq(earlierAttempts.upstream_id, upstream_id), eq(earlierAttempts.draft_id, draft_id));
  await db.update(earlierAttempts).set({ instead: made.connection_id }).where(of);
}

/** Those of the account, the latest first. */
export async function listEarlierAttempts(): Promise<EarlierAttemptRow[]> {
  const { db } = await store();
  return db
    .select()
    .from(earlierAttempts)
    .where(eq(earlierAttempts.upstream_id, currentUpstream()))
    .orderBy(desc(earlierAttempts.at))
    .limit(LISTED);
}

/** A draft's earlier attempt at the same connection; undefined for none. */
export async function earlierAttemptAt(
  draft_id: string,
  { service, ...names }: Names & Pick<SetupAttempt, "service">,
): Promise<SetupAttempt | undefined> {
  const { db } = await store();
  const [row] = await db
    .select()
    .from(earlierAttempts)
    .where(and(named(currentUpstream(), names), eq(earlierAttempts.draft_id, draft_id)));
  return row?.attempt.service === service ? row.attempt : undefined;
}

/** Forgets one, for good: what appeared of it is kept, or is gone. @throws AppError `not_found` */
export async function forgetEarlierAttempt(id: number): Promise<void> {
  const { db } = await store();
  const gone = await db
    .delete(earlierAttempts)
    .where(and(eq(earlierAttempts.upstream_id, currentUpstream()), eq(earlierAttempts.id, id)))
    .returning({ id: earlierAttempts.id });
  if (gone.length === 0) throw new AppError("not_found", "Somebody has decided about this attempt already.");
}

const named = (upstream_id: number, { group_id, schema }: Names) =>
  and(
    eq(earlierAttempts.upstream_id, upstream_id),
    eq(earlierAttempts.group_id, group_id),
    eq(earlierAttempts.schema, schema),
  );
