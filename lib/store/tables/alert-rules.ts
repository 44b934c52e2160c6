import "server-only";
import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { AlertRule } from "@/lib/model/alert/alert-rule";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** When people are told of what. */
export const alertRules = pgTable(
  "alert_rules",
  {
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    id: text().notNull(),
    rule: document<AlertRule>().notNull(),
    /** Grows with each save, so that two tabs cannot overwrite one another unseen. */
    version: integer().notNull(),
    made_at: moment().notNull(),
    saved_by: words().notNull(),
    saved_at: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.upstream_id, table.id] })],
);
