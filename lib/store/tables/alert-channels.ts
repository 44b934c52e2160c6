import "server-only";
import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { NewAlertChannel } from "@/lib/model/alert/alert-channel";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** Where alerts are sent to. */
export const alertChannels = pgTable(
  "alert_channels",
  {
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    id: text().notNull(),
    channel: document<NewAlertChannel>().notNull(),
    /** Its secret, sealed under Fivetran's key: a copy of the database cannot read it. Null for none. */
    sealed: text(),
    /** The host of a secret address. */
    host: words(),
    /** Grows with each save, so that two tabs cannot overwrite one another unseen. */
    version: integer().notNull(),
    made_at: moment().notNull(),
    saved_by: words().notNull(),
    saved_at: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.upstream_id, table.id] })],
);
