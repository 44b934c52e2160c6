import "server-only";
import { bigint, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytes, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** The schema config of a connection as it was read last, in the compact form. */
export const schemaConfigs = pgTable(
  "schema_configs",
  {
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    connection_id: words().notNull(),
    /** Of what the config says; equal configs have equal hashes. */
    hash: text().notNull(),
    /** The encoded tree, gzipped. */
    body: bytes().notNull(),
    /** When the request began whose answer stands here: an answer to an earlier request never replaces it. */
    read_started_at: moment().notNull(),
    read_at: moment().notNull(),
    /** Length of Fivetran's own answer. */
    upstream_bytes: bigint({ mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.upstream_id, table.connection_id] })],
);
