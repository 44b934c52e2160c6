import "server-only";
import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** What people set for the whole console, one row a setting. */
export const settings = pgTable(
  "settings",
  {
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    name: text().notNull(),
    value: document<unknown>().notNull(),
    /** Grows with each save, so that two tabs cannot overwrite one another unseen. */
    version: integer().notNull(),
    saved_by: words().notNull(),
    saved_at: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.upstream_id, table.name] })],
);
