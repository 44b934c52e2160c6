import "server-only";
import { createHash } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { singleton } from "@/lib/singleton";
import type { Db } from "@/lib/store/database";
import { upstreams } from "@/lib/store/tables/upstreams";

export type Upstream = typeof upstreams.$inferSelect;

const held = singleton<{ id: number | null }>("upstream", () => ({ id: null }));

/**
 * The upstream whose rows are read and written now.
 * @throws AppError `unavailable` until the account behind the key is known.
 */
export function currentUpstream(): number {
  if (held.id === null) {
    throw new AppError("unavailable", "Fivetran has not yet said which account this key belongs to.");
  }
  return held.id;
}

export const knownUpstream = (): number | null => held.id;

export function setUpstream(id: number | null): void {
  held.id = id;
}

/** Names a key without holding it; its public half only. */
export const keyDigest = (key: string): string => createHash("sha256").update(key).digest("hex").slice(0, 16);

/** The account this key opened last at this address, so that a start without an answer still shows its data. */
export async function lastUpstream(db: Db, url: string, key: string): Promise<Upstream | null> {
  const [row] = await db
    .select()
    .from(upstreams)
    .where(and(eq(upstreams.url, url), eq(upstreams.key_digest, keyDigest(key))))
    .orderBy(desc(upstreams.seen_at))
    .limit(1);
  return row ?? null;
}

export interface SeenAccount {
  url: string;
  key: string;
  account_id: string;
  account_name: string | null;
  key_kind: Upstream["key_kind"];
}

/** Writes down which account answered; the same address and account give the same row for ever. */
export async function rememberUpstream(db: Db, seen: SeenAccount, now = Date.now()): Promise<Upstream> {
  const { key, ...facts } = seen;
  const values = { ...facts, key_digest: keyDigest(key), denied: [], seen_at: now };
  const { denied, ...changes } = values;
  const [row] = await db
    .insert(upstreams)
    .values({ ...changes, denied })
    .onConflictDoUpdate({ target: [upstreams.url, upstreams.account_id], set: changes })
    .returning();
  if (!row) throw new AppError("internal", "The upstream's row did not come back.");
  return row;
}

/** Forgets an address with everything that belongs to it. */
export async function forgetUpstream(db: Db, url: string): Promise<void> {
  await db.delete(upstreams).where(eq(upstreams.url, url));
}
