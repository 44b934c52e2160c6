import "server-only";
import { and, asc, desc, eq, getTableColumns, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Alert, AlertList, AlertStory } from "@/lib/model/alert/alert";
import type { KnownAlerts, NewAlertEvent } from "@/lib/model/alert/next-alerts";
import { shownDelivery } from "@/lib/store/alert-deliveries";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { inBatches } from "@/lib/store/in-batches";
import { alertDeliveries } from "@/lib/store/tables/alert-deliveries";
import { alertEvents } from "@/lib/store/tables/alert-events";
import { alerts } from "@/lib/store/tables/alerts";
import { currentUpstream } from "@/lib/store/upstream";

const { upstream_id: _, ...columns } = getTableColumns(alerts);
const SHOWN_OVER = 50;

/** Whoever holds several alerts takes them in this order, so that nobody waits for another in a circle. */
const ORDER = [asc(alerts.opened_at), asc(alerts.id)];

/** What evaluation has to know of the alerts of an account; `hold`: those that are open are held by the transaction. */
export async function knownAlerts(
  db: Db,
  { upstream_id, now, hold = false }: { upstream_id: number; now: number; hold?: boolean },
): Promise<KnownAlerts> {
  const own = eq(alerts.upstream_id, upstream_id);
  const reading = db
    .select(columns)
    .from(alerts)
    .where(and(own, isNull(alerts.recovered_at)))
    .orderBy(...ORDER);
  const open = await (hold ? reading.for("update") : reading);
  const muted = await db
    .select(columns)
    .from(alerts)
    .where(and(own, isNotNull(alerts.recovered_at), gt(alerts.muted_until, now)))
    .orderBy(desc(alerts.recovered_at));
  return { open, muted };
}

/** The alerts of the present account that are open, and those that ended last. */
export async function listAlerts(): Promise<AlertList> {
  const { db } = await store();
  const own = eq(alerts.upstream_id, currentUpstream());
  const open = await db
    .select(columns)
    .from(alerts)
    .where(and(own, isNull(alerts.recovered_at)))
    .orderBy(desc(alerts.opened_at), asc(alerts.name), asc(alerts.id));
  const over = await db
    .select(columns)
    .from(alerts)
    .where(and(own, isNotNull(alerts.recovered_at)))
    .orderBy(desc(alerts.recovered_at), asc(alerts.name), asc(alerts.id))
    .limit(SHOWN_OVER);
  return { open, over };
}

/** How many alerts of an account are open. */
export async function countOpenAlerts(db: Db, upstream_id: number): Promise<number> {
  return db.$count(alerts, and(eq(alerts.upstream_id, upstream_id), isNull(alerts.recovered_at)));
}

/** Those of these alerts that the present account has, held until the transaction ends. */
export async function holdAlerts(tx: Db, ids: readonly string[]): Promise<Alert[]> {
  return tx
    .select(columns)
    .from(alerts)
    .where(and(eq(alerts.upstream_id, currentUpstream()), inArray(alerts.id, [...ids])))
    .orderBy(...ORDER)
    .for("update");
}

/** What stands in the place of a row that is there. */
const anew = Object.fromEntries(
  Object.entries(columns)
    .filter(([name]) => name !== "id")
    .map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]),
);

/** Writes alerts as they are from now on, those that end first, so that what begins anew finds its place free. */
export async function writeAlerts(db: Db, upstream_id: number, changed: readonly Alert[]): Promise<void> {
  const over = changed.filter(({ recovered_at }) => recovered_at !== null);
  const open = changed.filter(({ recovered_at }) => recovered_at === null);
  for (const those of [over, open]) {
    await inBatches(those, async (batch) => {
      await db
        .insert(alerts)
        .values(batch.map((alert) => ({ upstream_id, ...alert })))
        .onConflictDoUpdate({ target: alerts.id, set: anew });
    });
  }
}

export async function addAlertEvents(db: Db, events: readonly NewAlertEvent[]): Promise<void> {
  await inBatches(events, async (batch) => {
    await db.insert(alertEvents).values([...batch]);
  });
}

/** What happened to an alert, oldest first, and the messages that told of it. */
export async function alertStory(id: string): Promise<AlertStory | null> {
  const { db } = await store();
  const [alert] = await db
    .select({ id: alerts.id })
    .from(alerts)
    .where(and(eq(alerts.upstream_id, currentUpstream()), eq(alerts.id, id)));
  if (!alert) return null;
  const { at, event, actor, detail } = alertEvents;
  const events = await db
    .select({ at, event, actor, detail })
    .from(alertEvents)
    .where(eq(alertEvents.alert_id, id))
    .orderBy(asc(alertEvents.id));
  const deliveries = await db
    .selectDistinct({ ...shownDelivery, seq: alertDeliveries.seq })
    .from(alertDeliveries)
    .innerJoin(alertEvents, eq(alertEvents.notice_id, alertDeliveries.notice_id))
    .where(eq(alertEvents.alert_id, id))
    .orderBy(asc(alertDeliveries.seq));
  return { events, deliveries: deliveries.map(({ seq: __, ...delivery }) => delivery) };
}
