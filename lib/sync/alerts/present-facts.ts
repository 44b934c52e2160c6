import "server-only";
import { desc, eq } from "drizzle-orm";
import { fivetran } from "@/lib/fivetran/client";
import type { AlertFacts } from "@/lib/model/alert/alert-facts";
import { isStale } from "@/lib/model/health-case";
import type { ConnectionRow } from "@/lib/model/snapshot";
import { annotationHeads } from "@/lib/store/annotations";
import { store } from "@/lib/store/db";
import { destinations } from "@/lib/store/tables/destinations";
import { webhookDeliveries } from "@/lib/store/tables/webhook-deliveries";
import { currentUpstream } from "@/lib/store/upstream";
import { listOwnHooks } from "@/lib/store/webhooks";
import { pollerFacts, presentPlan } from "@/lib/sync/account-status";
import { memory } from "@/lib/sync/memory";
import { storedObjectives } from "@/lib/sync/objectives/stored-objectives";

/** Fivetran's deliveries may be this late. */
const LATE_MS = 10 * 60_000;

/**
 * What rules are judged on now; costs no upstream call. Null before the account was read for the first time.
 * @param webhooks whether some rule asks after them
 */
export async function presentFacts(now: number, webhooks: boolean): Promise<AlertFacts | null> {
  const { rows, groups, swept_at } = memory();
  if (swept_at === null) return null;
  const { db } = await store();
  const { id, setup_status } = destinations;
  const statuses = await db
    .select({ id, setup_status })
    .from(destinations)
    .where(eq(destinations.upstream_id, currentUpstream()));
  const broken = new Set(
    statuses.filter((it) => it.setup_status.toLowerCase() === "broken").map((it) => it.id),
  );
  const stale = isStale(swept_at, presentPlan(memory()).interval_ms, now);
  const connections = [...rows.values()];
  return {
    now,
    rows: connections,
    tags: new Map((await annotationHeads()).map(({ connection_id, tags }) => [connection_id, tags])),
    objectives: (await storedObjectives()).objectives,
    destinations: new Map(groups.map((it) => [it.id, { name: it.name, broken: broken.has(it.id) }])),
    stale_since: stale ? swept_at : null,
    stale_because: stale ? becauseOf() : null,
    webhooks_silent_since: webhooks ? await silentSince(connections, now) : null,
  };
}

function becauseOf(): string | null {
  const condition = fivetran().condition();
  if (condition.state !== "ok" && "message" in condition) return condition.message;
  return pollerFacts().failing?.message ?? null;
}

/** Since when a webhook of this console that should deliver has brought nothing, although syncs ended. */
async function silentSince(rows: readonly ConnectionRow[], now: number): Promise<number | null> {
  const hooks = (await listOwnHooks()).filter(({ webhook_id, gone_at }) => webhook_id && gone_at === null);
  const off = hooks.flatMap(({ off_since }) => off_since ?? []);
  if (off.length > 0) return Math.min(...off);
  const on = hooks.filter(({ active }) => active);
  if (on.length === 0) return null;
  const latest = Math.max(
    ...(await Promise.all(on.map(async ({ id, made_at }) => (await lastDelivery(id)) ?? made_at))),
  );
  // A sync that ended after it, and long enough ago to have been told.
  const untold = (at: number | null) => at !== null && at > latest && at < now - LATE_MS;
  return rows.some((row) => untold(row.succeeded_at) || untold(row.failed_at)) ? latest : null;
}

async function lastDelivery(hook: number): Promise<number | null> {
  const { db } = await store();
  const { received_at } = webhookDeliveries;
  const [last] = await db
    .select({ received_at })
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.hook, hook))
    .orderBy(desc(received_at))
    .limit(1);
  return last?.received_at ?? null;
}
