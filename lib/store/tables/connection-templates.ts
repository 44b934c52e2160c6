import "server-only";
import { integer, pgTable, unique } from "drizzle-orm/pg-core";
import type { SetupValues } from "@/lib/model/setup-draft";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** Choices to begin a new connection with, for everyone of the account: no secrets, no names. */
export const connectionTemplates = pgTable(
  "connection_templates",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    name: words().notNull(),
    service: words().notNull(),
    values: document<SetupValues>().notNull(),
    schema_from: words(),
    actor: words().notNull(),
    created_at: moment().notNull(),
  },
  (table) => [unique("connection_templates_name").on(table.upstream_id, table.name)],
);
