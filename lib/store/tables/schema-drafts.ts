import "server-only";
import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** Unsaved edits of one person on one connection. */
export const schemaDrafts = pgTable(
  "schema_drafts",
  {
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    connection_id: words().notNull(),
    actor: words().notNull(),
    /** Grows with each save, a discard included, so that two tabs cannot overwrite one another unseen. */
    version: integer().notNull(),
    base_hash: text().notNull(),
    changes: document<SchemaChanges>().notNull(),
    saved_at: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.upstream_id, table.connection_id, table.actor] })],
);
