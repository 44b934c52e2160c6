import "server-only";
import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { AlertEnd } from "@/lib/model/alert/alert";
import type { AlertWhat, Severity } from "@/lib/model/alert/alert-rule";
import { moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** What rules told of, and how it stands. */
export const alerts = pgTable(
  "alerts",
  {
    id: text().primaryKey(),
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    rule_id: text().notNull(),
    rule_name: words().notNull(),
    what: text().$type<AlertWhat>().notNull(),
    severity: text().$type<Severity>().notNull(),
    subject: words().notNull(),
    connection_id: words(),
    group_id: words(),
    name: words().notNull(),
    words: words().notNull(),
    since: moment().notNull(),
    opened_at: moment().notNull(),
    bundle: text(),
    heard: boolean().notNull(),
    acknowledged_by: words(),
    acknowledged_at: moment(),
    muted_by: words(),
    muted_until: moment(),
    recovered_at: moment(),
    ended: text().$type<AlertEnd>(),
  },
  (table) => [
    // Two instances that both believed to lead could not open one alert twice.
    uniqueIndex("alerts_open")
      .on(table.upstream_id, table.rule_id, table.subject)
      .where(sql`recovered_at is null`),
    index("alerts_about").on(table.upstream_id, table.connection_id),
    index("alerts_over").on(table.upstream_id, table.recovered_at),
  ],
);
