import type { AccountSnapshot, ConnectionRow } from "@/lib/model/snapshot";

const NOW = 1_795_000_000_000;
const HOUR = 3_600_000;

/** One row with everything well, changed by `facts`. For tests and benches. */
export function sampleRow(facts: Partial<ConnectionRow> & { id: string }): ConnectionRow {
  return {
    schema: facts.id,
    service: "postgres",
    group_id: "lake",
    setup_state: "connected",
    sync_state: "scheduled",
    update_state: "on_schedule",
    is_historical_sync: false,
    paused: false,
    schedule_type: "auto",
    sync_frequency: 60,
    daily_sync_time: null,
    created_at: NOW - 9000 * HOUR,
    succeeded_at: NOW - HOUR,
    failed_at: null,
    rescheduled_for: null,
    task: null,
    task_count: 0,
    warning_count: 0,
    health_since: NOW - 100 * HOUR,
    since_exact: true,
    ...facts,
  };
}

/** A snapshot of these rows in two destinations, with three known services. For tests and benches. */
export function sampleSnapshot(connections: ConnectionRow[]): AccountSnapshot {
  const zone = { region: null, time_zone_offset: "0", daylight_saving_time_enabled: false };
  return {
    version: 1,
    swept_at: NOW,
    groups: [
      { id: "lake", name: "snowflake_prod", service: "snowflake", ...zone },
      { id: "house", name: "Big house", service: "big_query", ...zone },
    ],
    services: [
      { id: "postgres", name: "PostgreSQL", link_to_docs: null },
      { id: "postgres_rds", name: "Amazon RDS for PostgreSQL", link_to_docs: null },
      { id: "stripe", name: "Stripe", link_to_docs: null },
    ],
    connections,
  };
}

/** `count` rows in every state, the same on each call. For tests and benches. */
export function sampleRows(count: number): ConnectionRow[] {
  const pick = <T>(values: readonly T[], i: number): T => values[i % values.length] as T;
  return Array.from({ length: count }, (_, i) => {
    const turn = (i * 7919) % 1009;
    return sampleRow({
      id: `conn_${String(i).padStart(5, "0")}`,
      schema: `${pick(["orders", "billing", "crm_emea", "events"], i * 3)}_${turn}_${i % 89}`,
      service: pick(["postgres", "stripe", "postgres_rds", "salesforce"], turn),
      group_id: pick(["lake", "house", "lake", "attic"], i),
      setup_state: turn % 40 === 0 ? "broken" : turn % 55 === 0 ? "incomplete" : "connected",
      sync_state: turn % 31 === 0 ? "syncing" : turn % 67 === 0 ? "rescheduled" : "scheduled",
      update_state: turn % 29 === 0 ? "delayed" : "on_schedule",
      paused: turn % 23 === 0,
      is_historical_sync: turn % 93 === 0,
      schedule_type: turn % 37 === 0 ? "manual" : "auto",
      sync_frequency: pick([5, 15, 60, 360, 1440], turn),
      succeeded_at: turn % 71 === 0 ? null : NOW - turn * 61_000,
      failed_at: turn % 47 === 0 ? NOW - turn * 1000 : null,
      health_since: NOW - ((turn * turn) % 4_000_000) * 1000,
      since_exact: turn % 3 > 0,
    });
  });
}
