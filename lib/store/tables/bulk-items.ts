import "server-only";
import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { BULK_STATES } from "@/lib/model/bulk/bulk-job";
import { moment, words } from "@/lib/store/columns";
import { jobs } from "@/lib/store/tables/jobs";

/** The connections of bulk jobs and what became of each. */
export const bulkItems = pgTable(
  "bulk_items",
  {
    job_id: text()
      .notNull()
      .references(() => jobs.id, { onDelete: "cascade" }),
    /** Its place in the order of the job, from 0. */
    place: integer().notNull(),
    connection_id: words().notNull(),
    name: words().notNull(),
    state: text({ enum: BULK_STATES }).notNull(),
    note: words(),
    at: moment(),
  },
  (table) => [primaryKey({ columns: [table.job_id, table.place] })],
);
