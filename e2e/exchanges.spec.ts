import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { test as base, expect } from "@playwright/test";
import { ExchangeLedger } from "@/e2e/fixtures/exchange-ledger";
import type { RunOptions } from "@/e2e/fixtures/test";

/** Runs after all journeys (playwright.config.ts), on what their proxies have written down. */
const test = base.extend<object, RunOptions>({
  openapi: ["", { scope: "worker", option: true }],
  ledgerPath: ["", { scope: "worker", option: true }],
});

/** What the journeys have Fivetran asked for; a screen that none of them visits any more shows up here. */
const OPERATIONS = [
  "approve_connection_certificate",
  "approve_connection_fingerprint",
  "connect_card",
  "connection_column_config",
  "connection_details",
  "connection_schema_config",
  "connection_sync_history",
  "create_account_webhook",
  "create_connection",
  "create_group_webhook",
  "delete_connection",
  "delete_multiple_columns_connection_config",
  "delete_webhook",
  "get_account_info",
  "get_connection_certificates_list",
  "get_connection_fingerprints_list",
  "get_hybrid_deployment_agent_list",
  "get_private_links",
  "get_proxy_agent",
  "group_ssh_public_key",
  "list_all_connections_in_group",
  "list_all_groups",
  "list_all_webhooks",
  "list_connections",
  "list_destinations",
  "metadata_connector_config",
  "metadata_connectors",
  "modify_connection",
  "modify_connection_schema_config",
  "modify_webhook",
  "reload_connection_schema_config",
  "resync_connection",
  "resync_tables",
  "revoke_connection_fingerprint",
  "run_setup_tests",
  "sync_connection",
  "test_webhook",
];

test("every exchange of the journeys keeps to Fivetran's OpenAPI document", ({
  openapi,
  ledgerPath,
}, info) => {
  test.skip(openapi === "", "Without the document there is nothing to hold them against.");
  const lines = new ExchangeLedger(ledgerPath).lines();
  expect(lines.filter(({ kind }) => kind === "fault")).toEqual([]);
  const files = lines.flatMap((line) => (line.kind === "file" ? [basename(line.file)] : []));
  const all = readdirSync(info.project.testDir).filter((name) => name.endsWith(".spec.ts"));
  const whole = all.every((name) => files.includes(name) || name === basename(info.file));
  const kept = new Set(
    lines.flatMap((line) => (line.kind === "kept" && line.status < 300 ? [line.operation] : [])),
  );
  // A run of a few files sees a few operations.
  if (whole) expect([...kept].sort()).toEqual(OPERATIONS);
  else expect(kept.size).toBeGreaterThan(0);
});
