import "server-only";
import { integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import type { ConnectorType } from "@/lib/model/connector-type";
import { document, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** Metadata is per account: previews differ. */
export const connectorTypes = pgTable(
  "connector_types",
  {
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    id: words().notNull(),
    name: words().notNull(),
    link_to_docs: words(),
    raw: document<ConnectorType>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.upstream_id, table.id] })],
);
