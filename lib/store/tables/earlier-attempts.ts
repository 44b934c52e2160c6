import "server-only";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { document, moment, words } from "@/lib/store/columns";
import type { SetupAttempt } from "@/lib/store/tables/setup-drafts";
import { upstreams } from "@/lib/store/tables/upstreams";

/** Attempts at creating a connection whose outcome nobody knows and which another one has followed. */
export const earlierAttempts = pgTable(
  "earlier_attempts",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    /** The draft may be removed before what it asked for appears. */
    draft_id: text().notNull(),
    at: moment().notNull(),
    group_id: words().notNull(),
    schema: words().notNull(),
    attempt: document<SetupAttempt>().notNull(),
    /** The connection that was made in its place. */
    instead: words(),
  },
  (table) => [index("earlier_attempts_of").on(table.upstream_id, table.at)],
);
