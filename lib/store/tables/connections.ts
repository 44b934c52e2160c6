import "server-only";
import { bigint, boolean, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { Connection } from "@/lib/model/connection";
import type { Health } from "@/lib/model/health";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** The account snapshot: one row per connection ever seen, the facts of a ConnectionRow beside the raw answer. */
export const connections = pgTable(
  "connections",
  {
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    id: words().notNull(),
    schema: words().notNull(),
    service: words().notNull(),
    group_id: words().notNull(),
    setup_state: words().notNull(),
    sync_state: words().notNull(),
    update_state: words().notNull(),
    is_historical_sync: boolean().notNull(),
    paused: boolean().notNull(),
    schedule_type: words().notNull(),
    sync_frequency: integer().notNull(),
    daily_sync_time: words(),
    created_at: moment(),
    succeeded_at: moment(),
    failed_at: moment(),
    rescheduled_for: moment(),
    task: document<{ code: string; message: string }>(),
    task_count: integer().notNull(),
    warning_count: integer().notNull(),
    health: text().$type<Health>().notNull(),
    health_since: moment().notNull(),
    since_exact: boolean().notNull(),
    /** How long its syncs usually take, and what is slow for them, in milliseconds. */
    usual_ms: integer(),
    slow_ms: integer(),
    /** The health before a running sync, so that a retry does not restart "broken since". */
    resting_health: text().$type<Health>(),
    resting_since: moment(),
    resting_exact: boolean().notNull().default(false),
    /** The last answer of a list or of the details, redacted; `config` survives list reads. */
    raw: document<Connection>().notNull(),
    /** Of the answer without what only details carry; equal digests need no write. */
    digest: text().notNull(),
    /** When the request began whose answer stands here: an answer to an earlier request never replaces it. */
    read_started_at: moment().notNull(),
    read_at: moment().notNull(),
    detail_read_at: moment(),
    vanished_at: moment(),
    /** The last write announced here: who, when, and what for. */
    announced_by: words(),
    announced_at: moment(),
    announced: words(),
    /** The upstream's version at which this row changed last. */
    version: bigint({ mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.upstream_id, table.id] }),
    index("connections_version").on(table.upstream_id, table.version),
  ],
);
