import "server-only";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import type { SettingDifference } from "@/lib/model/setting-difference";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** What this console saw change, and between which two looks. */
export const stateChanges = pgTable(
  "state_changes",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    connection_id: words().notNull(),
    kind: text({
      enum: ["health", "paused", "settings", "appeared", "vanished", "sync", "annotation"],
    }).notNull(),
    from: words(),
    to: words(),
    seen_at: moment().notNull(),
    not_before: moment(),
    actor: words().notNull(),
    detail: words(),
    /** Of changed settings, one by one; null for other kinds and for what was written down before. */
    difference: document<SettingDifference[]>(),
  },
  (table) => [
    index("state_changes_latest").on(table.upstream_id, table.seen_at),
    index("state_changes_connection").on(table.upstream_id, table.connection_id, table.seen_at),
  ],
);
