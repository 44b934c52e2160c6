import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import type { Refusal, WebhookDelivery, WebhookTraffic } from "@/lib/model/webhook-console";
import { store } from "@/lib/store/db";
import { webhookDeliveries } from "@/lib/store/tables/webhook-deliveries";
import { webhookRefusals } from "@/lib/store/tables/webhook-refusals";
import { currentUpstream } from "@/lib/store/upstream";

export type NewDelivery = Omit<typeof webhookDeliveries.$inferInsert, "id" | "repeats" | "repeated_at">;

/**
 * Stores deliveries in one statement; a body that the same webhook had delivered before is counted with its first.
 * @returns for each whether it was new
 */
export async function storeDeliveries(deliveries: readonly NewDelivery[]): Promise<boolean[]> {
  const { db } = await store();
  const keyOf = ({ hook, body_hash }: { hook: number; body_hash: string }) => `${hook} ${body_hash}`;
  const distinct = new Map<string, typeof webhookDeliveries.$inferInsert>();
  for (const delivery of deliveries) {
    const known = distinct.get(keyOf(delivery));
    if (!known) distinct.set(keyOf(delivery), { ...delivery, repeats: 0 });
    else Object.assign(known, { repeats: known.repeats + 1, repeated_at: delivery.received_at });
  }
  const written = await db
    .insert(webhookDeliveries)
    .values([...distinct.values()])
    .onConflictDoUpdate({
      target: [webhookDeliveries.hook, webhookDeliveries.body_hash],
      set: {
        repeats: sql`${webhookDeliveries.repeats} + excluded.repeats + 1`,
        repeated_at: sql`greatest(excluded.received_at, coalesce(excluded.repeated_at, 0))`,
      },
    })
    .returning({
      hook: webhookDeliveries.hook,
      body_hash: webhookDeliveries.body_hash,
      repeats: webhookDeliveries.repeats,
    });
  const fresh = new Set(
    written.filter((row) => row.repeats === distinct.get(keyOf(row))?.repeats).map(keyOf),
  );
  // The first of several that came together is the new one.
  return deliveries.map((delivery) => fresh.delete(keyOf(delivery)));
}

const HOUR = 3_600_000;

export async function countRefusal(
  { id: hook, upstream_id }: { id: number; upstream_id: number },
  reason: Refusal,
  now = Date.now(),
): Promise<void> {
  const { db } = await store();
  await db
    .insert(webhookRefusals)
    .values({ upstream_id, hook, hour: now - (now % HOUR), reason, count: 1, first_at: now, last_at: now })
    .onConflictDoUpdate({
      target: [webhookRefusals.hook, webhookRefusals.hour, webhookRefusals.reason],
      set: { count: sql`${webhookRefusals.count} + 1`, last_at: now },
    });
}

const SHOWN = 50;

const shown = {
  id: webhookDeliveries.id,
  hook: webhookDeliveries.hook,
  received_at: webhookDeliveries.received_at,
  repeats: webhookDeliveries.repeats,
  repeated_at: webhookDeliveries.repeated_at,
  old_secret: webhookDeliveries.old_secret,
  event: webhookDeliveries.event,
  event_at: webhookDeliveries.event_at,
  connection_id: webhookDeliveries.connection_id,
  sync_id: webhookDeliveries.sync_id,
  outcome: webhookDeliveries.outcome,
} satisfies Record<keyof WebhookDelivery, unknown>;

/** The latest deliveries of the present account, older than `before` where that is given, and its latest refusals. */
export async function readTraffic(before?: number): Promise<WebhookTraffic> {
  const { db } = await store();
  const account = eq(webhookDeliveries.upstream_id, currentUpstream());
  const deliveries = await db
    .select(shown)
    .from(webhookDeliveries)
    .where(before === undefined ? account : sql`${account} and ${webhookDeliveries.id} < ${before}`)
    .orderBy(desc(webhookDeliveries.id))
    .limit(SHOWN + 1);
  const refusals = await db
    .select()
    .from(webhookRefusals)
    .where(eq(webhookRefusals.upstream_id, currentUpstream()))
    .orderBy(desc(webhookRefusals.last_at))
    .limit(20);
  return { deliveries: deliveries.slice(0, SHOWN), refusals, more: deliveries.length > SHOWN };
}
