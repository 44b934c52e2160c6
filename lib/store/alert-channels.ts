import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import type { NewAlertChannel } from "@/lib/model/alert/alert-channel";
import { nameFault } from "@/lib/model/alert/check-alert-rule";
import { MEANWHILE } from "@/lib/store/alert-rules";
import { type Db, rowsOf } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { alertChannels } from "@/lib/store/tables/alert-channels";
import { alertDeliveries } from "@/lib/store/tables/alert-deliveries";
import { currentUpstream } from "@/lib/store/upstream";

export type ChannelRow = typeof alertChannels.$inferSelect;

/** The channels of the present account with their sealed secrets, oldest first. */
export async function listChannelRows(db?: Db, upstream_id = currentUpstream()): Promise<ChannelRow[]> {
  return (db ?? (await store()).db)
    .select()
    .from(alertChannels)
    .where(eq(alertChannels.upstream_id, upstream_id))
    .orderBy(asc(alertChannels.made_at), asc(alertChannels.id));
}

/** One channel of the present account; null for none of that id. */
export async function readChannelRow(id: string): Promise<ChannelRow | null> {
  const { db } = await store();
  const [row] = await db.select().from(alertChannels).where(own(id));
  return row ?? null;
}

/**
 * Saves a channel over the version it was made from, 0 for a new one. `secret` is what stands in the place of the one
 * that is there; null keeps that.
 * @throws AppError as `saveAlertRule`
 */
export async function saveChannelRow(
  version: number,
  channel: NewAlertChannel,
  secret: Pick<ChannelRow, "sealed" | "host"> | null,
  saved_by: string,
): Promise<void> {
  const { db } = await store();
  const others = (await listChannelRows()).filter(({ id }) => id !== channel.id);
  const fault = nameFault(
    channel.name,
    others.map((other) => other.channel.name),
    "channel",
  );
  if (fault) throw new AppError("invalid", fault, { facts: { field: "channel.name" } });
  const saved_at = Date.now();
  const next = { channel, version: version + 1, saved_by, saved_at, ...secret };
  const saved =
    version === 0
      ? await db
          .insert(alertChannels)
          .values({ upstream_id: currentUpstream(), id: channel.id, made_at: saved_at, ...next })
          .onConflictDoNothing()
          .returning({ id: alertChannels.id })
      : await db
          .update(alertChannels)
          .set(next)
          .where(and(own(channel.id), eq(alertChannels.version, version)))
          .returning({ id: alertChannels.id });
  if (saved.length === 0) throw new AppError("conflict", MEANWHILE);
}

/**
 * Deletes a channel as it was at a version; what still waits to be sent by it is given up.
 * @throws AppError `conflict` where it is another since, or gone
 */
export async function deleteChannelRow(id: string, version: number): Promise<void> {
  const { db } = await store();
  await db.transaction(async (tx) => {
    const gone = await tx
      .delete(alertChannels)
      .where(and(own(id), eq(alertChannels.version, version)))
      .returning({ id: alertChannels.id });
    if (gone.length === 0) throw new AppError("conflict", "Someone else changed or deleted this meanwhile.");
    await tx
      .update(alertDeliveries)
      .set({ state: "dead", ended_at: Date.now(), answer: "The channel was deleted." })
      .where(and(eq(alertDeliveries.channel_id, id), inArray(alertDeliveries.state, ["pending", "sending"])));
  });
}

/** What came of the last delivery by each channel that is over. */
export async function lastByChannel(): Promise<
  Map<string, { state: "sent" | "dead"; at: number; answer: string | null }>
> {
  const { db } = await store();
  const found = rowsOf<{ channel_id: string; state: "sent" | "dead"; at: string; answer: string | null }>(
    await db.execute(sql`
      select distinct on (channel_id) channel_id, state, ended_at as at, answer from alert_deliveries
      where upstream_id = ${currentUpstream()} and ended_at is not null
      order by channel_id, ended_at desc, seq desc`),
  );
  return new Map(
    found.map(({ channel_id, state, at, answer }) => [channel_id, { state, at: Number(at), answer }]),
  );
}

const own = (id: string) => and(eq(alertChannels.upstream_id, currentUpstream()), eq(alertChannels.id, id));
