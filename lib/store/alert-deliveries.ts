import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import type { AlertDelivery, AlertDeliveryList } from "@/lib/model/alert/alert-delivery";
import type { NoticeEvent } from "@/lib/model/alert/notice";
import { type Db, rowsOf } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { inBatches } from "@/lib/store/in-batches";
import { instance } from "@/lib/store/instance";
import { alertDeliveries } from "@/lib/store/tables/alert-deliveries";
import { currentUpstream } from "@/lib/store/upstream";

export type DeliveryRow = typeof alertDeliveries.$inferSelect;
export type NewDelivery = Omit<typeof alertDeliveries.$inferInsert, "upstream_id" | "seq">;

/** The columns of a delivery that pages see. */
export const shownDelivery = {
  id: alertDeliveries.id,
  event: sql<NoticeEvent>`(${alertDeliveries.notice}::json)->>'event'`.as("event"),
  title: alertDeliveries.title,
  channel_name: alertDeliveries.channel_name,
  kind: alertDeliveries.kind,
  made_at: alertDeliveries.made_at,
  state: alertDeliveries.state,
  attempts: alertDeliveries.attempts,
  next_at: alertDeliveries.next_at,
  ended_at: alertDeliveries.ended_at,
  possible_repeat: alertDeliveries.possible_repeat,
  answer: alertDeliveries.answer,
} satisfies Record<keyof AlertDelivery, unknown>;

const SHOWN = 50;

/** The latest deliveries of the present account, older than `before` where that is given. */
export async function listDeliveries(before?: string): Promise<AlertDeliveryList> {
  const { db } = await store();
  const own = eq(alertDeliveries.upstream_id, currentUpstream());
  const older =
    before === undefined
      ? own
      : sql`${own} and ${alertDeliveries.seq} < (select seq from alert_deliveries where id = ${before})`;
  const found = await db
    .select(shownDelivery)
    .from(alertDeliveries)
    .where(older)
    .orderBy(desc(alertDeliveries.seq))
    .limit(SHOWN + 1);
  return { deliveries: found.slice(0, SHOWN), more: found.length > SHOWN };
}

/** Puts messages into the outbox; inside a transaction they leave only if that holds. */
export async function addDeliveries(
  db: Db,
  upstream_id: number,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  await inBatches(deliveries, async (batch) => {
    await db.insert(alertDeliveries).values(batch.map((one) => ({ ...one, upstream_id })));
  });
}

/** The database's clock: those of several machines need not agree. */
const NOW = sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/**
 * Takes messages that are due, for `ms` to oneself; of each thread to a channel only the first that is not over. One
 * that somebody took and never finished may have arrived: it is marked as a possible repeat.
 */
export async function claimDeliveries(
  db: Db,
  upstream_id: number,
  { most, ms, now = Date.now() }: { most: number; ms: number; now?: number },
): Promise<DeliveryRow[]> {
  const taken = rowsOf<{ id: string }>(
    await db.execute(sql`
      update alert_deliveries set state = 'sending', attempts = attempts + 1, claimed_by = ${instance()},
        claimed_until = ${NOW} + ${ms}::bigint, possible_repeat = possible_repeat or state = 'sending'
      where id in (
        select one.id from alert_deliveries one
        where one.upstream_id = ${upstream_id} and (one.state = 'pending' and one.next_at <= ${now}
            or one.state = 'sending' and one.claimed_until <= ${NOW})
          and not exists (select 1 from alert_deliveries earlier where earlier.upstream_id = one.upstream_id
            and earlier.channel_id = one.channel_id and earlier.thread = one.thread and earlier.seq < one.seq
            and earlier.state in ('pending', 'sending'))
        order by one.seq limit ${most} for update skip locked)
      returning id`),
  );
  if (taken.length === 0) return [];
  const ids = taken.map(({ id }) => id);
  return db
    .select()
    .from(alertDeliveries)
    .where(sql`${alertDeliveries.id} in ${ids}`)
    .orderBy(alertDeliveries.seq);
}

/** What came of an attempt; counts only for whoever still has the message to himself. */
export async function settleDelivery(
  db: Db,
  { id, attempts }: Pick<DeliveryRow, "id" | "attempts">,
  outcome: Partial<Pick<DeliveryRow, "state" | "next_at" | "ended_at" | "possible_repeat" | "answer">>,
): Promise<void> {
  await db
    .update(alertDeliveries)
    .set({ ...outcome, claimed_until: null, claimed_by: null })
    .where(
      and(
        eq(alertDeliveries.id, id),
        eq(alertDeliveries.state, "sending"),
        eq(alertDeliveries.attempts, attempts),
        eq(alertDeliveries.claimed_by, instance()),
      ),
    );
}

/** When the next message is due; null while none waits. */
export async function nextDeliveryAt(db: Db, upstream_id: number): Promise<number | null> {
  const [row] = await db
    .select({ at: sql<string | null>`min(case state when 'pending' then next_at else claimed_until end)` })
    .from(alertDeliveries)
    .where(and(eq(alertDeliveries.upstream_id, upstream_id), sql`state in ('pending', 'sending')`));
  return row?.at == null ? null : Number(row.at);
}

/**
 * Has a message that was given up tried again, under its id.
 * @throws AppError `conflict` for one that was not given up
 */
export async function retryDelivery(id: string, now = Date.now()): Promise<void> {
  const { db } = await store();
  const again = await db
    .update(alertDeliveries)
    .set({ state: "pending", attempts: 0, next_at: now, ended_at: null })
    .where(
      and(
        eq(alertDeliveries.upstream_id, currentUpstream()),
        eq(alertDeliveries.id, id),
        eq(alertDeliveries.state, "dead"),
      ),
    )
    .returning({ id: alertDeliveries.id });
  if (again.length === 0)
    throw new AppError(
      "conflict",
      "This message was not given up, or is no longer kept. Nothing was changed.",
    );
}
