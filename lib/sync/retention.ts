import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { env, type KeptRecord } from "@/lib/env";
import { alertDeliveries } from "@/lib/store/tables/alert-deliveries";
import { alerts } from "@/lib/store/tables/alerts";
import { annotations } from "@/lib/store/tables/annotations";
import { audit } from "@/lib/store/tables/audit";
import { callCounts } from "@/lib/store/tables/call-counts";
import { columnLists } from "@/lib/store/tables/column-lists";
import { earlierAttempts } from "@/lib/store/tables/earlier-attempts";
import { historyReads } from "@/lib/store/tables/history-reads";
import { jobs } from "@/lib/store/tables/jobs";
import { observations } from "@/lib/store/tables/observations";
import { schemaConfigs } from "@/lib/store/tables/schema-configs";
import { schemaDrafts } from "@/lib/store/tables/schema-drafts";
import { schemaRevisions } from "@/lib/store/tables/schema-revisions";
import { setupDrafts } from "@/lib/store/tables/setup-drafts";
import { setupTestRuns } from "@/lib/store/tables/setup-test-runs";
import { stateChanges } from "@/lib/store/tables/state-changes";
import { sweeps } from "@/lib/store/tables/sweeps";
import { syncs } from "@/lib/store/tables/syncs";
import { webhookDeliveries } from "@/lib/store/tables/webhook-deliveries";
import { webhookRefusals } from "@/lib/store/tables/webhook-refusals";
import { webhooks } from "@/lib/store/tables/webhooks";

const DAY = 86_400_000;
/** A year and what it takes to look back at it: the record of what happened and who did what. */
export const HISTORY_MS = 400 * DAY;
/** A job's outcome is a revision or a notice by then. */
export const JOBS_MS = 30 * DAY;
/** What a delivery said is in the history by then. */
export const DELIVERIES_MS = 30 * DAY;
const CALLS_MS = 30 * DAY;
export const SWEEPS_MS = 7 * DAY;
/** A connection that nobody went on setting up; pages say so. */
export const SETUP_DRAFTS_MS = 90 * DAY;
/** So many revisions of a connection stay whatever their age. */
export const REVISIONS = 50;

/** Before this time a record of that name is no longer kept; a year and what it takes to look back at it unless told. */
const keptSince = (record: KeptRecord, now: number): number =>
  now - (env().keep_days.get(record) ?? HISTORY_MS / DAY) * DAY;

/** Which rows `old` of a table are no longer kept. */
export interface Retention {
  table: PgTable;
  old: (now: number) => SQL;
}

/** Of the webhooks of this console. */
const OF_WEBHOOKS: readonly Retention[] = [
  { table: webhookDeliveries, old: (now) => sql`old.received_at < ${now - DELIVERIES_MS}` },
  { table: webhookRefusals, old: (now) => sql`old.last_at < ${now - DELIVERIES_MS}` },
  { table: webhooks, old: (now) => sql`old.gone_at < ${now - DELIVERIES_MS}` },
];

/** An alert takes what happened to it along. */
const OF_ALERTS: readonly Retention[] = [
  { table: alerts, old: (now) => sql`old.recovered_at < ${now - HISTORY_MS}` },
  { table: alertDeliveries, old: (now) => sql`old.ended_at < ${now - DELIVERIES_MS}` },
];

/** Of an account, found by its index on time. */
export const OF_ACCOUNT: readonly Retention[] = [
  ...OF_WEBHOOKS,
  ...OF_ALERTS,
  {
    table: audit,
    old: (now) => sql`old.at < ${keptSince("audit", now)} and old.outcome <> 'pending'`,
  },
  {
    // Pages say when the account was read last, and absence counts from the last sweep that saw everything.
    table: sweeps,
    old: (now) => sql`old.started_at < ${now - SWEEPS_MS} and (old.error is not null or exists (
      select 1 from sweeps later where later.upstream_id = old.upstream_id
        and later.started_at > old.started_at and later.error is null and later.complete >= old.complete))`,
  },
  { table: observations, old: (now) => sql`old.until_at < ${keptSince("observations", now)}` },
  {
    // One that may have created a connection stays until somebody knows.
    table: setupDrafts,
    old: (now) => sql`old.saved_at < ${now - SETUP_DRAFTS_MS} and old.state not in ('sending', 'unknown')`,
  },
  { table: callCounts, old: (now) => sql`old.hour < ${now - CALLS_MS}` },
  { table: earlierAttempts, old: (now) => sql`old.at < ${now - SETUP_DRAFTS_MS}` },
  {
    // Those on many connections; what became of each goes with them.
    table: jobs,
    old: (now) => sql`old.connection_id = '' and old.ended_at < ${now - JOBS_MS}`,
  },
];

/** Of single connections, found by their index on connection and time. */
export const OF_CONNECTIONS: readonly Retention[] = [
  {
    // The last of each kind stays: "paused by ... 500 days ago".
    table: stateChanges,
    old: (now) => sql`old.seen_at < ${keptSince("state_changes", now)} and exists (
      select 1 from state_changes later where later.upstream_id = old.upstream_id
        and later.connection_id = old.connection_id and later.seen_at > old.seen_at and later.kind = old.kind)`,
  },
  {
    // The last of each outcome stays: Fivetran goes on telling its time, and the row would come back.
    table: syncs,
    old: (now) => sql`old.point < ${keptSince("syncs", now)} and old.outcome <> 'running' and exists (
      select 1 from syncs later where later.upstream_id = old.upstream_id
        and later.connection_id = old.connection_id and later.point > old.point and later.outcome = old.outcome)`,
  },
  {
    table: setupTestRuns,
    old: (
      now,
    ) => sql`old.started_at < ${keptSince("setup_test_runs", now)} and old.state <> 'running' and exists (
      select 1 from setup_test_runs later where later.upstream_id = old.upstream_id
        and later.connection_id = old.connection_id and later.started_at > old.started_at)`,
  },
  {
    table: jobs,
    old: (now) => sql`old.created_at < ${now - JOBS_MS} and old.ended_at < ${now - JOBS_MS}`,
  },
  {
    table: schemaRevisions,
    old: (now) => sql`old.at < ${keptSince("schema_revisions", now)} and old.number <= (
      select max(later.number) from schema_revisions later where later.upstream_id = old.upstream_id
        and later.connection_id = old.connection_id) - ${REVISIONS}`,
  },
  { table: columnLists, old: (now) => sql`old.read_at < ${now - HISTORY_MS}` },
];

/** All that is kept of a connection besides its own row and the audit. */
export const TABLES_OF_CONNECTION: readonly PgTable[] = [
  ...OF_CONNECTIONS.map(({ table }) => table),
  schemaConfigs,
  schemaDrafts,
  historyReads,
  annotations,
];
