import "server-only";
import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";
import { webhooks } from "@/lib/store/tables/webhooks";

/** What Fivetran delivered, once each: signed, and kept as it came. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    hook: integer()
      .notNull()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    /** SHA-256 of the body. */
    body_hash: text().notNull(),
    body: words().notNull(),
    received_at: moment().notNull(),
    /** How often the same body came again, and when last. */
    repeats: integer().notNull(),
    repeated_at: moment(),
    /** Signed with a secret that has been replaced. */
    old_secret: boolean().notNull(),

    event: words().notNull(),
    /** Fivetran's `created`. */
    event_at: moment(),
    connection_id: words(),
    sync_id: words(),
    /** `status` of a `sync_end`. */
    outcome: words(),
    /** False until what it says of a sync stands in the history. */
    applied: boolean().notNull(),
  },
  (table) => [
    unique("webhook_deliveries_body").on(table.hook, table.body_hash),
    index("webhook_deliveries_latest").on(table.upstream_id, table.received_at),
    index("webhook_deliveries_hook").on(table.hook, table.received_at),
    index("webhook_deliveries_waiting").on(table.upstream_id, table.id).where(sql`not applied`),
  ],
);
