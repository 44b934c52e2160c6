import "server-only";
import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { CALL_FEATURES } from "@/lib/model/call-feature";
import { moment } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** Calls of Fivetran's API by hour and by what they were for; every instance adds its own. */
export const callCounts = pgTable(
  "call_counts",
  {
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    /** When the hour began. */
    hour: moment().notNull(),
    feature: text({ enum: CALL_FEATURES }).notNull(),
    calls: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.upstream_id, table.hour, table.feature] })],
);
