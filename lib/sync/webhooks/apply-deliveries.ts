import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { and, asc, eq, inArray } from "drizzle-orm";
import { redact, redactText } from "@/lib/auth/redact";
import { errorText, log } from "@/lib/log";
import type { Told } from "@/lib/model/told-sync";
import { singleton } from "@/lib/singleton";
import { store } from "@/lib/store/db";
import { webhookDeliveries } from "@/lib/store/tables/webhook-deliveries";
import { knownUpstream } from "@/lib/store/upstream";
import { recordSync } from "@/lib/sync/record-sync";
import type { DeliveredEvent } from "@/lib/sync/webhooks/read-event";
import { writeSnapshot } from "@/lib/sync/write-snapshot";

const TOGETHER_MS = 100;
const MOST = 100;
/** However long it takes, a page waits no longer than this for what is next. */
const LONGEST_REST_MS = 2_000;

interface Applying {
  timer: NodeJS.Timeout | null;
  running: Promise<void> | null;
  /** How long the last ones took, in milliseconds. */
  took: number;
}

const applying = singleton<Applying>("webhook-applying", () => ({ timer: null, running: null, took: 0 }));

/** Deliveries go before their history: it takes a third of the time at most, and more of them together in a flood. */
const rest = (): number => Math.min(2 * applying.took, LONGEST_REST_MS);

/** Whether an event says when a sync that has a name began or ended. */
export function tellsOfSync({ event, event_at, connection_id, sync_id }: DeliveredEvent): boolean {
  const ofSync = event === "sync_start" || event === "sync_end";
  return ofSync && event_at !== null && connection_id !== null && sync_id !== null;
}

/** Tells the history of stored deliveries in a moment, those that come until then together. */
export function applySoon(): void {
  applying.timer ??= setTimeout(() => {
    applying.timer = null;
    void applyDeliveries().catch((error: unknown) => {
      log.warn({ error: errorText(error) }, "deliveries");
    });
  }, TOGETHER_MS + rest());
  applying.timer.unref();
}

/** Tells the history of every stored delivery that it does not have yet, those of an earlier run included. */
export async function applyDeliveries(): Promise<void> {
  await applying.running;
  applying.running ??= applyAll().finally(() => {
    applying.running = null;
  });
  await applying.running;
}

async function applyAll(): Promise<void> {
  const upstream_id = knownUpstream();
  if (upstream_id === null) return;
  for (;;) {
    const began = performance.now();
    const applied = await applySome(upstream_id);
    applying.took = performance.now() - began;
    if (applied < MOST) return;
    await wait(rest());
  }
}

async function applySome(upstream_id: number): Promise<number> {
  const { db } = await store();
  const { id, connection_id, body } = webhookDeliveries;
  const waiting = await db
    .select({ id, connection_id, body, ...facts })
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.upstream_id, upstream_id), eq(webhookDeliveries.applied, false)))
    .orderBy(asc(id))
    .limit(MOST);
  if (waiting.length === 0) return 0;
  await writeSnapshot(upstream_id, async (writing) => {
    const told = new Map<string, Told[]>();
    for (const row of waiting) {
      if (row.connection_id === null) continue;
      told.set(row.connection_id, [...(told.get(row.connection_id) ?? []), toldBy(row)]);
      writing.details.add(row.connection_id);
    }
    await recordSync(writing.db, upstream_id, told);
    const ids = waiting.map((row) => row.id);
    await writing.db
      .update(webhookDeliveries)
      .set({ applied: true })
      .where(inArray(webhookDeliveries.id, ids));
  });
  return waiting.length;
}

const facts = {
  event: webhookDeliveries.event,
  event_at: webhookDeliveries.event_at,
  sync_id: webhookDeliveries.sync_id,
  outcome: webhookDeliveries.outcome,
};

interface Row {
  event: string;
  event_at: number | null;
  sync_id: string | null;
  outcome: string | null;
  body: string;
}

function toldBy({ event, event_at, sync_id, outcome, body }: Row): Told {
  const start = event === "sync_start";
  const { data } = JSON.parse(body) as { data?: unknown };
  const {
    status: _,
    reason,
    ...rest
  } = (typeof data === "object" && data ? data : {}) as Record<string, unknown>;
  return {
    kind: "told",
    sync_id: sync_id ?? "",
    source: "webhook",
    started_at: start ? event_at : null,
    ended_at: start ? null : event_at,
    status: outcome,
    reason: typeof reason === "string" ? redactText(reason).slice(0, 2000) : null,
    rest: Object.keys(rest).length > 0 ? (redact(rest) as Record<string, unknown>) : null,
  };
}
