import "server-only";
import { index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { SetupCreation, SetupSource, SetupStep, SetupValues } from "@/lib/model/setup-draft";
import { document, moment, words } from "@/lib/store/columns";
import { upstreams } from "@/lib/store/tables/upstreams";

/** What one attempt at creating a connection asked for; never its settings. */
export interface SetupAttempt {
  at: number;
  group_id: string;
  service: string;
  /** The connection's name, and the path of the field that a person changes for another. */
  schema: string;
  field: string;
  /** Connections of that name that were in the group before. */
  before: string[];
  /** When the first of the attempts for that name left: what is older was not made by them. */
  since: number;
}

/** Connections that are being set up, each by one person, and what became of creating them. */
export const setupDrafts = pgTable(
  "setup_drafts",
  {
    id: words().primaryKey(),
    upstream_id: integer()
      .notNull()
      .references(() => upstreams.id, { onDelete: "cascade" }),
    actor: words().notNull(),
    version: integer().notNull(),
    service: words().notNull(),
    step: text().$type<SetupStep>().notNull(),
    /** Without secrets. */
    values: document<SetupValues>().notNull(),
    /** Paths only. */
    secrets: document<string[]>().notNull(),
    source: document<SetupSource>(),
    schema_from: words(),
    state: text().$type<SetupCreation["state"]>().notNull(),
    /** The whole of it; `state` stands beside it to be asked for. */
    creation: document<SetupCreation>().notNull(),
    /** The latest attempt, whatever came of it; null before the first. */
    attempt: document<SetupAttempt>(),
    /** Digest of the group and name of an attempt that is not decided: nobody else may try the same meanwhile. */
    claim: text(),
    connection_id: words(),
    /** The process that sends. */
    holder: text(),
    created_at: moment().notNull(),
    saved_at: moment().notNull(),
  },
  (table) => [
    index("setup_drafts_latest").on(table.upstream_id, table.actor, table.saved_at),
    index("setup_drafts_state").on(table.state),
    uniqueIndex("setup_drafts_one_claim").on(table.upstream_id, table.claim),
    uniqueIndex("setup_drafts_one_connection").on(table.upstream_id, table.connection_id),
  ],
);
