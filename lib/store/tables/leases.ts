import "server-only";
import { bigint, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { document, moment } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** Who may do a thing that only one process may do, until when. `token` grows with each new holder and fences off the old one. */
export const leases = pgTable(
  "leases",
  {
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    name: text().notNull(),
    holder: text().notNull(),
    token: bigint({ mode: "number" }).notNull(),
    expires_at: moment().notNull(),
    /** What the next holder has to know, such as the budget already spent. */
    state: document<unknown>(),
  },
  (table) => [primaryKey({ columns: [table.upstream_id, table.name] })],
);
