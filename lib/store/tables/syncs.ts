import "server-only";
import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Told } from "@/lib/model/told-sync";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/**
 * One sync as far as it was seen. The first group of columns holds the facts themselves, losslessly, so that a
 * late fact can be put in its place; the second is what follows from them.
 */
export const syncs = pgTable(
  "syncs",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    connection_id: words().notNull(),

    /** First seen running. */
    start_seen: moment(),
    /** The last look before it, which saw no sync. */
    start_not_before: moment(),
    end_kind: text({ enum: ["succeeded", "failed", "canceled", "stopped"] }),
    /** Fivetran's own time of the end, on its clock. */
    end_exact: moment(),
    /** The first look that saw it ended, and the last one that did not. */
    end_seen: moment(),
    end_not_before: moment(),
    /** Fivetran's name for it, and what those who name it said; both null where only looks tell of it. */
    sync_id: words(),
    told: document<Told[]>(),

    started_at: moment(),
    started_exact: boolean().notNull(),
    ended_at: moment(),
    ended_exact: boolean().notNull(),
    outcome: text({
      enum: ["running", "succeeded", "failed", "rescheduled", "canceled", "unknown"],
    }).notNull(),
    /** The named sync that tells it better. */
    part_of: words(),
    /** Fivetran's own words for how it ended. */
    reason: words(),
    /** Who told of it: "history webhook poll". */
    sources: text().notNull().default("poll"),
    /** The earliest time it tells of. */
    since: moment().notNull().default(0),
    /** False for a fact that another one already tells better. */
    shown: boolean().notNull(),
    /** Its latest fact: the order of a connection's syncs. */
    point: moment().notNull(),
  },
  (table) => [
    // The last four so that charts of many syncs, which lie far apart, are drawn without reading their rows.
    index("syncs_order").on(
      table.upstream_id,
      table.connection_id,
      table.point,
      table.shown,
      table.outcome,
      table.started_at,
      table.ended_at,
    ),
    // The last two so that the fleet's syncs, which lie all over the table, are counted without reading their rows.
    index("syncs_shown")
      .on(table.upstream_id, table.point, table.connection_id, table.outcome)
      .where(sql`shown`),
    index("syncs_exact").on(table.upstream_id, table.connection_id, table.end_exact),
    uniqueIndex("syncs_named")
      .on(table.upstream_id, table.connection_id, table.sync_id)
      .where(sql`sync_id is not null`),
    index("syncs_named_since")
      .on(table.upstream_id, table.connection_id, table.since)
      .where(sql`sync_id is not null`),
    index("syncs_parts")
      .on(table.upstream_id, table.connection_id, table.part_of)
      .where(sql`part_of is not null`),
  ],
);
