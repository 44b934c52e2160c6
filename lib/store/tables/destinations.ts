import "server-only";
import { boolean, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import type { Destination } from "@/lib/model/account";
import { document, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** A destination's id is its group's id. */
export const destinations = pgTable(
  "destinations",
  {
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    id: words().notNull(),
    service: words().notNull(),
    region: words(),
    time_zone_offset: words().notNull(),
    daylight_saving_time_enabled: boolean(),
    setup_status: words().notNull(),
    raw: document<Destination>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.upstream_id, table.id] })],
);
