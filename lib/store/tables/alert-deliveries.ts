import "server-only";
import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { ChannelKind } from "@/lib/model/alert/alert-channel";
import type { AlertDelivery } from "@/lib/model/alert/alert-delivery";
import type { Notice } from "@/lib/model/alert/notice";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** The messages that leave: written with the alerts they tell of, sent after that, at least once. */
export const alertDeliveries = pgTable(
  "alert_deliveries",
  {
    id: text().primaryKey(),
    /** The order in which they were made. */
    seq: integer().generatedAlwaysAsIdentity().notNull(),
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    notice_id: text().notNull(),
    channel_id: text().notNull(),
    channel_name: words().notNull(),
    kind: text().$type<ChannelKind>().notNull(),
    notice: document<Notice>().notNull(),
    title: words().notNull(),
    /** Messages of one thread reach a channel one after the other. */
    thread: text().notNull(),
    made_at: moment().notNull(),
    state: text().$type<AlertDelivery["state"]>().notNull(),
    attempts: integer().notNull(),
    next_at: moment().notNull(),
    /** Until when whoever took it has it to himself, on the database's clock. */
    claimed_until: moment(),
    claimed_by: text(),
    ended_at: moment(),
    possible_repeat: boolean().notNull(),
    answer: words(),
  },
  (table) => [
    index("alert_deliveries_latest").on(table.upstream_id, table.seq),
    index("alert_deliveries_notice").on(table.notice_id),
    index("alert_deliveries_waiting")
      .on(table.upstream_id, table.channel_id, table.thread, table.seq)
      .where(sql`state in ('pending', 'sending')`),
    uniqueIndex("alert_deliveries_seq").on(table.seq),
  ],
);
