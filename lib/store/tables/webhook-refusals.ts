import "server-only";
import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { REFUSALS } from "@/lib/model/webhook-console";
import { moment } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";
import { webhooks } from "@/lib/store/tables/webhooks";

/** How many deliveries were turned away, by hour and reason; nothing of what they held. */
export const webhookRefusals = pgTable(
  "webhook_refusals",
  {
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    hook: integer()
      .notNull()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    /** The hour's begin. */
    hour: moment().notNull(),
    reason: text({ enum: REFUSALS }).notNull(),
    count: integer().notNull(),
    first_at: moment().notNull(),
    last_at: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.hook, table.hour, table.reason] }),
    index("webhook_refusals_latest").on(table.upstream_id, table.last_at),
  ],
);
