import "server-only";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import type { AlertEvent } from "@/lib/model/alert/alert";
import { moment, words } from "@/lib/store/columns";
import { alerts } from "@/lib/store/tables/alerts";

/** What happened to alerts, and which notice told of it. */
export const alertEvents = pgTable(
  "alert_events",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    alert_id: text()
      .notNull()
      .references(() => alerts.id, { onDelete: "cascade" }),
    at: moment().notNull(),
    event: text().$type<AlertEvent["event"]>().notNull(),
    actor: words().notNull(),
    detail: words(),
    notice_id: text(),
  },
  (table) => [index("alert_events_alert").on(table.alert_id, table.id)],
);
