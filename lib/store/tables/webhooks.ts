import "server-only";
import { boolean, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import type { KeptSecret } from "@/lib/model/webhook-console";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** The webhooks that this console made for itself. Neither the token of an address nor a secret is in here. */
export const webhooks = pgTable(
  "webhooks",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    /** SHA-256 of the last part of its address. */
    token_hash: text().notNull(),
    /** Fivetran's id; null while it is being made, or where the answer to that was lost. */
    webhook_id: words(),
    /** Of a webhook of one group. */
    group_id: words(),
    /** Newest last. */
    secrets: document<KeptSecret[]>().notNull(),
    /** As Fivetran said last. */
    active: boolean().notNull(),
    /** When it was first seen inactive although nobody here had switched it off. */
    off_since: moment(),
    /** When Fivetran no longer had it. */
    gone_at: moment(),
    made_by: words().notNull(),
    made_at: moment().notNull(),
  },
  (table) => [unique("webhooks_token").on(table.token_hash)],
);
