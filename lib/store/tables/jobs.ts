import "server-only";
import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** Long work, on one connection or, where that is empty, on many: what was asked, how far it is, what became of it. */
export const jobs = pgTable(
  "jobs",
  {
    id: text().primaryKey(),
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    connection_id: words().notNull(),
    kind: text({ enum: ["apply_schema", "reload_schema", "load_columns", "bulk_connections"] }).notNull(),
    actor: words().notNull(),
    request_id: words().notNull(),
    state: text({ enum: ["queued", "running", "done", "failed", "canceled", "unknown"] }).notNull(),
    created_at: moment().notNull(),
    started_at: moment(),
    ended_at: moment(),
    done: integer().notNull().default(0),
    total: integer(),
    note: words().notNull(),
    cancel_asked: boolean().notNull().default(false),
    waits_until: moment(),
    input: document<unknown>().notNull(),
    result: document<unknown>(),
    /** The process that runs it; null while queued. */
    holder: text(),
  },
  (table) => [
    uniqueIndex("jobs_one_open")
      .on(table.upstream_id, table.connection_id, table.kind)
      .where(sql`state in ('queued', 'running') and connection_id <> ''`),
    index("jobs_latest").on(table.upstream_id, table.connection_id, table.created_at),
    index("jobs_state").on(table.state),
  ],
);
