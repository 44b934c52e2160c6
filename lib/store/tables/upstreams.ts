import "server-only";
import { bigint, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import { document, moment, words } from "@/lib/store/columns";

/** One API address and one account on it. Every other row belongs to one, so two accounts never mix. */
export const upstreams = pgTable(
  "upstreams",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** The API's address, or a fixed name where the address changes with each start. */
    url: text().notNull(),
    account_id: words().notNull(),
    account_name: words(),
    key_kind: text({ enum: ["scoped", "system", "unknown"] }).notNull(),
    /** Digest of the key's public half: finds the account again while the upstream does not answer. */
    key_digest: text().notNull(),
    /** Grows by one with each write that changed the snapshot; locked for update by each such write. */
    version: bigint({ mode: "number" }).notNull().default(0),
    /** Version at which groups, destinations or connector types changed last. */
    lists_version: bigint({ mode: "number" }).notNull().default(0),
    /** Lists that answered 403 at the last look. */
    denied: document<string[]>().notNull(),
    destinations_seen: integer().notNull().default(0),
    lists_read_at: moment(),
    types_read_at: moment(),
    /** Whether this account answers for its sync history, and when it was asked; null until it was. */
    sync_history: text({ enum: ["there", "absent"] }),
    sync_history_at: moment(),
    seen_at: moment().notNull(),
  },
  (table) => [unique("upstreams_identity").on(table.url, table.account_id)],
);
