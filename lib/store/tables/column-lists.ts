import "server-only";
import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { ColumnAnswer } from "@/lib/model/schema/schema-answers";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** All columns of one table as the columns endpoint told them. */
export const columnLists = pgTable(
  "column_lists",
  {
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    connection_id: words().notNull(),
    /** Digest of the two names, which may be longer than an index takes. */
    table_key: text().notNull(),
    /** Schema and table, exactly. */
    names: document<[schema: string, table: string]>().notNull(),
    columns: document<Omit<ColumnAnswer, "is_new">[]>().notNull(),
    read_at: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.upstream_id, table.connection_id, table.table_key] }),
    index("column_lists_latest").on(table.upstream_id, table.connection_id, table.read_at),
  ],
);
