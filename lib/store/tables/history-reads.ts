import "server-only";
import { integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** Up to when Fivetran's own sync history of a connection has been read. */
export const historyReads = pgTable(
  "history_reads",
  {
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    connection_id: words().notNull(),
    /** The time without a hole that was read; both on our clock. */
    read_from: moment().notNull(),
    read_until: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.upstream_id, table.connection_id] })],
);
