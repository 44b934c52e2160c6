import "server-only";
import { integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import type { ChangeCounts } from "@/lib/model/schema/schema-answers";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** Each change of a schema config: made here, or found to have been made elsewhere. */
export const schemaRevisions = pgTable(
  "schema_revisions",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    connection_id: words().notNull(),
    /** 1 for the connection's first. */
    number: integer().notNull(),
    cause: text({ enum: ["apply", "undo", "restore", "reload", "drop_columns", "elsewhere"] }).notNull(),
    actor: words(),
    why: words().notNull(),
    at: moment().notNull(),
    not_before: moment(),
    changes: document<SchemaChanges>().notNull(),
    counts: document<ChangeCounts>().notNull(),
    /** The revision it takes back or returns to. */
    of: integer(),
  },
  (table) => [unique("schema_revisions_number").on(table.upstream_id, table.connection_id, table.number)],
);
