import "server-only";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** Each write: the intent before it leaves, the outcome after. */
export const audit = pgTable(
  "audit",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    actor: words().notNull(),
    request_id: words().notNull(),
    operation: text().notNull(),
    connection_id: words(),
    params: document<Record<string, string>>().notNull(),
    /** Redacted; null where there was none. */
    body: document<unknown>(),
    at: moment().notNull(),
    ended_at: moment(),
    /** Upstream's HTTP status, where it answered. */
    status: integer(),
    outcome: text({ enum: ["pending", "succeeded", "failed", "unknown"] }).notNull(),
    message: words(),
    /** The process that sent it; a pending row of a dead process becomes unknown. */
    holder: text().notNull(),
  },
  (table) => [
    index("audit_latest").on(table.upstream_id, table.at),
    index("audit_connection").on(table.upstream_id, table.connection_id, table.at),
    index("audit_pending").on(table.outcome),
  ],
);
