import "server-only";
import { boolean, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** One look at the whole account. A sweep with an `error` changed nothing. */
export const sweeps = pgTable(
  "sweeps",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    asked_by: text({ enum: ["person", "poller"] }).notNull(),
    started_at: moment().notNull(),
    ended_at: moment().notNull(),
    calls: integer().notNull(),
    connections: integer().notNull(),
    /** False where some lists were refused: then absence says nothing, and neither does the sweep of what it did not see. */
    complete: boolean().notNull(),
    error: words(),
  },
  (table) => [index("sweeps_latest").on(table.upstream_id, table.started_at)],
);
