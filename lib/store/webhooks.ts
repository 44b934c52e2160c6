import "server-only";
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { KeptSecret } from "@/lib/model/webhook-console";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { webhooks } from "@/lib/store/tables/webhooks";
import { currentUpstream } from "@/lib/store/upstream";

export type OwnHook = typeof webhooks.$inferSelect;

/** The webhooks this console made in the present account, oldest first. */
export async function listOwnHooks(): Promise<OwnHook[]> {
  const { db } = await store();
  return db
    .select()
    .from(webhooks)
    .where(eq(webhooks.upstream_id, currentUpstream()))
    .orderBy(asc(webhooks.id));
}

/** Those of every account, for deliveries, which name no account. */
export async function allOwnHooks(): Promise<OwnHook[]> {
  const { db } = await store();
  return db.select().from(webhooks);
}

/** Whether there is one to watch over. */
export async function hasOwnHooks(): Promise<boolean> {
  const { db } = await store();
  const [row] = await db
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(and(eq(webhooks.upstream_id, currentUpstream()), isNull(webhooks.gone_at)))
    .limit(1);
  return row !== undefined;
}

export async function addOwnHook(
  hook: Pick<OwnHook, "token_hash" | "group_id" | "secrets" | "made_by">,
  now = Date.now(),
): Promise<OwnHook> {
  const { db } = await store();
  const [row] = await db
    .insert(webhooks)
    .values({ ...hook, upstream_id: currentUpstream(), active: true, made_at: now })
    .returning();
  if (!row) throw new Error("The webhook's row did not come back.");
  return row;
}

export async function changeOwnHook(
  id: number,
  change: Partial<Pick<OwnHook, "webhook_id" | "active" | "off_since" | "gone_at">>,
): Promise<void> {
  const { db } = await store();
  await db.update(webhooks).set(change).where(eq(webhooks.id, id));
}

/** Changes the secrets of a webhook, one change after the other in whatever process. @returns them as they are now */
export async function changeSecrets(
  id: number,
  change: (secrets: KeptSecret[]) => KeptSecret[],
): Promise<KeptSecret[]> {
  const { db } = await store();
  return db.transaction(async (transaction) => {
    const tx = transaction as unknown as Db;
    const [row] = await tx
      .select({ secrets: webhooks.secrets })
      .from(webhooks)
      .where(eq(webhooks.id, id))
      .for("update");
    if (!row) return [];
    const secrets = change(row.secrets);
    await tx.update(webhooks).set({ secrets }).where(eq(webhooks.id, id));
    return secrets;
  });
}

/** Forgets a webhook that Fivetran never made. */
export async function dropOwnHook(id: number): Promise<void> {
  const { db } = await store();
  await db.delete(webhooks).where(and(eq(webhooks.id, id), isNull(webhooks.webhook_id)));
}

/** When each of the present account's webhooks received, and turned away, what; since a time for the counts. */
export async function trafficOf(since: number): Promise<Map<number, HookTraffic>> {
  const { db } = await store();
  const account = currentUpstream();
  const received = await db.execute(sql`
    select hook, max(greatest(received_at, coalesce(repeated_at, 0))) as last_at,
      coalesce(sum(1 + repeats) filter (where received_at >= ${since}), 0) as received
    from webhook_deliveries where upstream_id = ${account} group by hook`);
  const refused = await db.execute(sql`
    select hook, sum(count) as refused, max(last_at) as refused_at
    from webhook_refusals where upstream_id = ${account} and last_at >= ${since} group by hook`);
  const traffic = new Map<number, HookTraffic>();
  const of = (hook: unknown) => {
    const known = traffic.get(Number(hook)) ?? { last_at: null, received: 0, refused: 0, refused_at: null };
    traffic.set(Number(hook), known);
    return known;
  };
  const rows = (result: unknown) => (result as { rows: Record<string, unknown>[] }).rows;
  for (const row of rows(received)) {
    Object.assign(of(row.hook), { last_at: Number(row.last_at), received: Number(row.received) });
  }
  for (const row of rows(refused)) {
    Object.assign(of(row.hook), { refused: Number(row.refused), refused_at: Number(row.refused_at) });
  }
  return traffic;
}

export interface HookTraffic {
  last_at: number | null;
  received: number;
  refused: number;
  refused_at: number | null;
}

/** How many of ours are not switched on although nobody here switched them off. */
export async function hooksSwitchedOff(db: Db, upstream_id: number): Promise<number> {
  const rows = await db
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(
      and(eq(webhooks.upstream_id, upstream_id), isNotNull(webhooks.off_since), isNull(webhooks.gone_at)),
    );
  return rows.length;
}
