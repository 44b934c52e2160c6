import "server-only";
import type { Operation } from "@/lib/contract/table";

const WORDS: Partial<Record<Operation, string>> = {
  sync_connection: "sync started",
  resync_connection: "re-sync started",
  resync_tables: "re-sync of tables started",
  delete_connection: "deleted",
  create_connection: "created",
  run_setup_tests: "setup tests run",
  connect_card: "connect card made",
  reload_connection_schema_config: "schema config reloaded",
  pre_create_connection_schema_config: "schema config described",
  modify_connection_schema_config: "schema config changed",
  modify_connection_database_schema_config: "schema config changed",
  modify_connection_table_config: "schema config changed",
  modify_connection_column_config: "schema config changed",
  delete_multiple_columns_connection_config: "columns dropped",
  delete_column_connection_config: "column dropped",
  approve_connection_certificate: "certificate approved",
  revoke_connection_certificate: "certificate revoked",
  approve_connection_fingerprint: "host key approved",
  revoke_connection_fingerprint: "host key revoked",
  modify_connection_state: "state changed",
};

/** A few words on what a write does, of field names only: never a value. */
export function writeSummary(operation: Operation, body: unknown): string {
  if (operation !== "modify_connection") return WORDS[operation] ?? operation.replaceAll("_", " ");
  const patch = body as Record<string, unknown>;
  if (patch.is_historical_sync === true) return "re-sync started";
  const names = Object.keys(patch).filter((name) => !/^(run_setup_tests|trust_)/.test(name));
  if (names.length === 1 && names[0] === "paused") return patch.paused ? "paused" : "resumed";
  return `changed ${names.join(", ")}`;
}
