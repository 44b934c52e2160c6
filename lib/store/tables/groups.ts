import "server-only";
import { integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

export const groups = pgTable(
  "groups",
  {
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    id: words().notNull(),
    name: words().notNull(),
    created_at: moment(),
  },
  (table) => [primaryKey({ columns: [table.upstream_id, table.id] })],
);
