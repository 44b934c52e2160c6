import type { Connection } from "@/lib/model/connection";
import type { Job } from "@/lib/model/job";
import type { SetupTest } from "@/lib/model/setup-test";

/** One connection as lists and counts need it. All times are epoch milliseconds. */
export interface ConnectionRow {
  id: string;
  /** Fivetran's `schema`: the connection's name. */
  schema: string;
  service: string;
  group_id: string;
  setup_state: string;
  sync_state: string;
  update_state: string;
  is_historical_sync: boolean;
  paused: boolean;
  schedule_type: string;
  sync_frequency: number;
  daily_sync_time: string | null;
  created_at: number | null;
  succeeded_at: number | null;
  failed_at: number | null;
  rescheduled_for: number | null;
  /** The first task, else null: what Fivetran asks a person to do. */
  task: { code: string; message: string } | null;
  task_count: number;
  warning_count: number;
  /** When this console first saw the present health; exact only if `since_exact`. */
  health_since: number;
  /** False when the connection was already in this health at our first look. */
  since_exact: boolean;
  /** How long its syncs usually take and what is slow for them, in milliseconds; null while too few are known. */
  usual_ms?: number | null;
  slow_ms?: number | null;
}

export interface GroupRow {
  id: string;
  name: string;
  /** Destination facts; null where the key may not see the destination. */
  service: string | null;
  region: string | null;
  time_zone_offset: string | null;
  daylight_saving_time_enabled: boolean | null;
}

export interface ServiceRow {
  id: string;
  name: string;
  link_to_docs: string | null;
}

/** The answer of `GET /api/connections`: the whole account snapshot a list or an overview needs. */
export interface AccountSnapshot {
  /** Grows with each change of the snapshot; the stream's events carry it too. */
  version: number;
  /** When the last full sweep ended; null before the first. */
  swept_at: number | null;
  groups: GroupRow[];
  services: ServiceRow[];
  connections: ConnectionRow[];
}

/** A change of one watched aspect of a connection that this console saw. */
export interface StateChange {
  id: number;
  connection_id: string;
  kind: "health" | "paused" | "settings" | "appeared" | "vanished" | "sync" | "annotation";
  from: string | null;
  to: string | null;
  /** When it was seen, not when it happened. */
  seen_at: number;
  /** The last look before it, so it happened in between; null at a first look. */
  not_before: number | null;
  /** Who did it when it was done here; `elsewhere` otherwise. */
  actor: string;
  /** Short words of Fivetran's or ours, already free of secrets. */
  detail: string | null;
}

/** One sync as far as we saw it. */
export interface SyncRow {
  id: number;
  connection_id: string;
  started_at: number | null;
  started_exact: boolean;
  ended_at: number | null;
  ended_exact: boolean;
  outcome: "running" | "succeeded" | "failed" | "rescheduled" | "canceled" | "unknown";
  /** Fivetran's name for it; null where only looks tell of it. */
  sync_id: string | null;
  /** Fivetran's own words for how it ended. */
  reason: string | null;
  /** Who told of it: any of "history", "webhook" and "poll", with spaces between. */
  sources: string;
}

/** The last run of the setup tests, kept on the server so that it survives a closed tab. */
export interface SetupTestRun {
  id: string;
  connection_id: string;
  actor: string;
  started_at: number;
  ended_at: number | null;
  state: "running" | "done" | "failed" | "unknown";
  tests: SetupTest[];
  /** Why the run itself failed or why its outcome is not known. */
  error: string | null;
}

/** The answer of `GET /api/connections/{id}`. Asking for it also marks the connection as watched. */
export interface ConnectionDetail {
  row: ConnectionRow;
  group: GroupRow;
  service: ServiceRow & { supports_table_resync: boolean };
  /** As Fivetran last gave it, secrets masked. */
  connection: Connection;
  /** When `connection` was read. */
  read_at: number;
  state_changes: StateChange[];
  syncs: SyncRow[];
  setup_test_run: SetupTestRun | null;
  /** Address of this connection in Fivetran's own dashboard. */
  fivetran_url: string;
}

export interface QuotaState {
  /** Requests per hour from X-Rate-Limit; null until seen. */
  limit: number | null;
  remaining: number | null;
  /** When the two were read. */
  as_of: number | null;
  /** No call leaves before this time after a 429; null when free. */
  paused_until: number | null;
  /** When nothing would be left if all tools went on as in the last minutes; null where that is not within the hour. */
  exhausted_at: number | null;
  /** Calls of this console in the last hour, by who asked. */
  spent: { person: number; poller: number; job: number };
}

/** How the upstream answers at present; the worst condition that holds. */
export type UpstreamCondition =
  | { state: "ok" }
  | { state: "starting"; done: number; total: number | null }
  | { state: "refused"; since: number; message: string }
  | { state: "rate_limited"; until: number; message: string }
  | {
      state: "unreachable";
      since: number;
      message: string;
      next_try_at: number | null;
      /** When the key was refused before that; null where it was good. */
      refused_since: number | null;
    };

/** The answer of `GET /api/account`. */
export interface AccountStatus {
  upstream: {
    /** Host and path of the API, no credentials. */
    url: string;
    name: string;
    /** A sentence for every page when the data is pretend, else null. */
    notice: string | null;
  };
  account: { id: string; name: string | null; key_kind: "scoped" | "system" | "unknown" } | null;
  /** What the key may see; `denied` names lists that answered 403. */
  access: { connections: number; groups: number; destinations: number; denied: string[] };
  quota: QuotaState;
  condition: UpstreamCondition;
  poller: {
    swept_at: number | null;
    sweep_ms: number | null;
    interval_ms: number;
    next_sweep_at: number | null;
    /** Upstream calls per hour the poller allows itself. */
    budget_per_hour: number;
    /** It rests to leave what is left of the quota to people; `next_sweep_at` is when it looks what is left. */
    resting: boolean;
    /** Another instance polls, and what is said here is what it does. */
    elsewhere: boolean;
  };
  /** Since when this console's own database does not do what it has to, and why; null where it does. */
  store_failing: { since: number; message: string } | null;
  /** Webhooks of this console that somebody else, or Fivetran, has switched off. */
  webhooks_off: number;
  /** Alerts that are open. */
  alerts_open: number;
  /** The server's clock, for ages. */
  now: number;
  version: number;
}

/** What `GET /api/events` sends; `event:` is the type, `data:` the JSON of the rest. */
export type ServerEvent =
  | { type: "hello"; version: number }
  | { type: "connections"; version: number; upsert: ConnectionRow[]; remove: string[] }
  | { type: "reload"; version: number }
  | { type: "account"; status: AccountStatus }
  | { type: "detail"; connection_id: string }
  | { type: "schema"; connection_id: string }
  | { type: "job"; job: Job }
  /** A draft of a new connection was saved, sent or removed. */
  | { type: "setup_draft"; id: string }
  /** Deliveries came in, or a webhook of this console changed. */
  | { type: "webhooks" }
  /** What people set for the whole account was saved. */
  | { type: "setting"; name: string };
