import "server-only";
import { integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import type { ConnectorTypeDetail } from "@/lib/model/connector-type";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** What Fivetran says of the settings of a connector type, for the types that somebody set up. */
export const connectorMetadata = pgTable(
  "connector_metadata",
  {
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    service: words().notNull(),
    raw: document<ConnectorTypeDetail>().notNull(),
    read_at: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.upstream_id, table.service] })],
);
