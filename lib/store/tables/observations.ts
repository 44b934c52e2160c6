import "server-only";
import { index, integer, pgTable } from "drizzle-orm/pg-core";
import { moment } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** When this console looked at the account: one row for as long as no look was missed. */
export const observations = pgTable(
  "observations",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    /** The first look of the span and the last one. */
    began_at: moment().notNull(),
    until_at: moment().notNull(),
    /** The longest pause between two looks that misses none, in milliseconds. */
    gap_ms: integer().notNull(),
  },
  (table) => [index("observations_latest").on(table.upstream_id, table.until_at)],
);
