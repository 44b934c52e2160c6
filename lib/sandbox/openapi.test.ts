import { afterAll, beforeAll, expect, test } from "vitest";
import { openapiValidator } from "@/lib/contract/openapi-validator";
import { type Operation, operations, rowOf } from "@/lib/contract/table";
import { openapiPath } from "@/lib/env";
import type { Connection } from "@/lib/model/connection";
import { buildPath } from "@/lib/model/path";
import type { SchemaConfig } from "@/lib/model/schema-config";
import { type TestSandbox, type Told, testSandbox } from "@/lib/sandbox/test-sandbox";

let sandbox: TestSandbox;
const answers = new Map<Operation, Told[]>();

async function ask<T = unknown>(operation: Operation, params: Record<string, string> = {}, body?: unknown) {
  const { method, path } = rowOf(operation);
  const told = await sandbox.call(method, buildPath(path, params), body);
  answers.set(operation, [...(answers.get(operation) ?? []), told]);
  return told.body.data as T;
}

const POSTGRES = {
  schema_prefix: "fresh",
  host: "db.example.com",
  port: 5432,
  user: "fivetran",
  password: "correct horse",
  database: "shop",
  tunnel_host: "bastion.example.com",
  tunnel_user: "fivetran",
  always_encrypted: true,
};

/** Calls every row at least once, the lists and details over the whole account. */
async function walk(): Promise<void> {
  const { items } = await ask<{ items: Connection[] }>("list_connections");
  const byName = (schema: string) => {
    const found = items.find((connection) => connection.schema === schema);
    if (!found) throw new Error(`No connection ${schema}.`);
    return { connectionId: found.id, groupId: found.group_id };
  };
  const shop = byName("shop_prod");
  await ask("get_account_info");
  await ask("list_all_groups");
  const group = await ask<{ id: string }>("create_group", {}, { name: "Fresh" });
  await ask("group_details", shop);
  await ask("modify_group", { groupId: group.id }, { name: "Fresher" });
  await ask("list_all_connections_in_group", shop);
  await ask("group_ssh_public_key", shop);
  await ask("delete_group", { groupId: group.id });
  await ask("list_destinations");
  for (const destinationId of new Set(items.map(({ group_id }) => group_id))) {
    await ask("destination_details", { destinationId });
  }
  await ask("metadata_connectors");
  for (const service of ["postgres", "salesforce", "s3"]) await ask("metadata_connector_config", { service });
  await ask("get_private_links");
  await ask("get_proxy_agent");
  await ask("get_hybrid_deployment_agent_list");

  const { id } = await ask<Connection>(
    "create_connection",
    {},
    { group_id: shop.groupId, service: "postgres", config: POSTGRES },
  );
  const connect_card_config = { redirect_uri: "https://console.example.com/back", hide_setup_guide: true };
  const carded = { service: "salesforce", config: { schema: "carded" }, run_setup_tests: false };
  const card = await ask<Connection>(
    "create_connection",
    {},
    { group_id: shop.groupId, ...carded, connect_card_config },
  );
  await ask("connect_card", { connectionId: card.id }, { connect_card_config });
  await ask("connection_details", { connectionId: card.id });
  for (const connection of items) await ask("connection_details", { connectionId: connection.id });
  await ask("modify_connection", shop, { sync_frequency: 60 });
  for (const name of ["billing_prod", "inventory_service", "salesforce", "raw_files.clickstream"]) {
    await ask("run_setup_tests", byName(name), {});
  }
  await ask("sync_connection", shop);
  await ask("connection_sync_history", shop);
  await ask("force_sync_connection", shop);
  await ask("resync_connection", shop);

  for (const name of ["shop_prod", "salesforce", "zendesk_support"]) {
    await ask("connection_schema_config", byName(name));
  }
  const tree = await ask<SchemaConfig>("reload_connection_schema_config", shop, {});
  const schema = Object.keys(tree.schemas)[0] ?? "";
  const tables = Object.entries(tree.schemas[schema]?.tables ?? {});
  const table = tables.find(([name]) => name === "users")?.[0] ?? "";
  await ask("connection_column_config", { ...shop, schema, table });
  const names = { schemaName: schema, tableName: table, columnName: "email" };
  const pre = { schemas: { public: { tables: { users: { columns: { email: { hashed: true } } } } } } };
  await ask("pre_create_connection_schema_config", { connectionId: id }, pre);
  await ask("modify_connection_schema_config", shop, { schema_change_handling: "BLOCK_ALL" });
  await ask("modify_connection_database_schema_config", { ...shop, ...names }, { enabled: false });
  await ask("modify_connection_table_config", { ...shop, ...names }, { enabled: true });
  const column = { enabled: false, hashed: null, is_primary_key: null };
  await ask("modify_connection_column_config", { ...shop, ...names }, column);
  await ask("delete_column_connection_config", { ...shop, ...names });
  const dropped = { schemas: { [schema]: { tables: { [table]: { columns: ["email"] } } } } };
  await ask("delete_multiple_columns_connection_config", shop, dropped);
  await ask("resync_tables", shop, { [schema]: [table] });
  await ask("resync_table", { ...shop, schema, table });

  const approvals = { ...shop, destinationId: shop.groupId, hash: "abc" };
  const certificate = { hash: "abc", encoded_cert: "AAAA" };
  const fingerprint = { hash: "abc", public_key: "ssh-ed25519 AAAA" };
  await ask("approve_connection_certificate", approvals, certificate);
  await ask("get_connection_certificates_list", approvals);
  await ask("get_connection_certificate_details", approvals);
  await ask("revoke_connection_certificate", approvals);
  await ask("approve_connection_fingerprint", approvals, fingerprint);
  await ask("get_connection_fingerprints_list", approvals);
  await ask("get_connection_fingerprint_details", approvals);
  await ask("revoke_connection_fingerprint", approvals);
  await ask("approve_destination_certificate", approvals, certificate);
  await ask("get_destination_certificates_list", approvals);
  await ask("get_destination_certificate_details", approvals);
  await ask("revoke_destination_certificate", approvals);
  await ask("approve_destination_fingerprint", approvals, fingerprint);
  await ask("get_destination_fingerprints_list", approvals);
  await ask("get_destination_fingerprint_details", approvals);
  await ask("revoke_destination_fingerprint", approvals);

  const webhook = { url: "https://hooks.example.com/in", events: ["sync_end"], active: false, secret: "s" };
  const { id: webhookId } = await ask<{ id: string }>("create_account_webhook", {}, webhook);
  await ask("create_group_webhook", shop, { ...webhook, secret: "" });
  await ask("list_all_webhooks");
  await ask("webhook_details", { webhookId });
  await ask("modify_webhook", { webhookId }, { events: ["sync_start", "sync_end"] });
  await ask("test_webhook", { webhookId }, { event: "sync_end" });
  await ask("delete_webhook", { webhookId });

  const lambda = byName("pricing_feed");
  await ask("connection_state", lambda);
  await ask("modify_connection_state", lambda, { state: { cursor: "2" } });
  await ask("delete_connection", { connectionId: id });
}

beforeAll(async () => {
  sandbox = await testSandbox();
  await walk();
});
afterAll(() => sandbox.close());

test.each(operations)("%s answers with the status of its row and a body valid by it", (operation) => {
  const row = rowOf(operation);
  const told = answers.get(operation) ?? [];
  expect(told).not.toEqual([]);
  // Without the document at hand the row's own schema has to do.
  const path = openapiPath();
  const faultsOf = path ? validatorAt(path) : () => [];
  for (const { status, body } of told) {
    expect(body).toMatchObject({ code: "Success", message: expect.any(String) });
    expect(status).toBe(row.status);
    expect(row.response?.safeParse(body.data).error).toBeUndefined();
    expect(faultsOf(operation, status, body)).toEqual([]);
  }
});

let validator: ReturnType<typeof openapiValidator> | undefined;
function validatorAt(path: string) {
  validator ??= openapiValidator(path);
  return validator;
}
