import "server-only";
import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { SetupTest } from "@/lib/model/setup-test";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

export const setupTestRuns = pgTable(
  "setup_test_runs",
  {
    id: text().primaryKey(),
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    connection_id: words().notNull(),
    actor: words().notNull(),
    started_at: moment().notNull(),
    ended_at: moment(),
    state: text({ enum: ["running", "done", "failed", "unknown"] }).notNull(),
    tests: document<SetupTest[]>().notNull(),
    error: words(),
    holder: text().notNull(),
  },
  (table) => [
    uniqueIndex("setup_test_runs_one_running")
      .on(table.upstream_id, table.connection_id)
      .where(sql`state = 'running'`),
    index("setup_test_runs_latest").on(table.upstream_id, table.connection_id, table.started_at),
  ],
);
