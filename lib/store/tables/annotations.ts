import "server-only";
import { integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** What people say about connections, one row a connection, forgotten with it. */
export const annotations = pgTable(
  "annotations",
  {
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    connection_id: words().notNull(),
    tags: document<string[]>().notNull(),
    owners: document<string[]>().notNull(),
    notes: words().notNull(),
    runbook: words().notNull(),
    /** Grows with each save, so that two tabs cannot overwrite one another unseen. */
    version: integer().notNull(),
    saved_by: words().notNull(),
    saved_at: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.upstream_id, table.connection_id] })],
);
