import { afterAll, beforeAll, expect, test } from "vitest";
import { openapiValidator } from "@/lib/contract/openapi-validator";
import { type Operation, operations, rowOf } from "@/lib/contract/table";
import { openapiPath } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { Client } from "@/lib/fivetran/client";
import { startSandbox } from "@/lib/sandbox/server";
import { NOON } from "@/lib/sandbox/test-sandbox";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let client: Client;

beforeAll(async () => {
  // Time stands still, or what happens to sync at the moment would decide what can be read.
  sandbox = await startSandbox({ realNow: () => NOON });
  client = new Client({ base_url: sandbox.url, key: "sandbox", secret: "sandbox" });
  const body = { url: "https://hooks.example.com/in", events: ["sync_end"], active: false, secret: "s" };
  await client.call("create_account_webhook", { body, as: "person" });
});

afterAll(async () => {
  await client.close();
  await sandbox.close();
});

const reads = operations.filter(
  (operation) => rowOf(operation).method === "GET" && !/_(certificate|fingerprint)_details$/.test(operation),
);
const validate = openapiPath() === null ? null : openapiValidator(openapiPath() ?? "");

/** Parameters for each path of a read that the built-in account can answer. */
async function paramsOf(operation: Operation): Promise<Record<string, string>[]> {
  const { items } = await client.call("list_connections", { query: { limit: 1000 }, as: "poller" });
  const groups = await client.call("list_all_groups", { as: "poller" });
  const groupId = groups.items[0]?.id ?? "";
  const webhooks = await client.call("list_all_webhooks", { as: "poller" });
  const webhookId = webhooks.items[0]?.id ?? "";
  const common = { groupId, destinationId: groupId, webhookId, service: "postgres", hash: "none" };
  if (!rowOf(operation).path.includes("{connectionId}")) return [common];
  return items.map(({ id }) => ({ ...common, connectionId: id, schema: "public", table: "users" }));
}

test.each(reads)(
  "%s: the client reads what the sandbox answers, and the document allows it",
  async (operation) => {
    let answered = 0;
    for (const params of await paramsOf(operation)) {
      try {
        const options = { params, as: "person" };
        await client.call(operation, options as Parameters<typeof client.call<typeof operation>>[1]);
        const { status, body, text } = await client.send(operation, { params, as: "person" });
        const json = JSON.parse(text ?? Buffer.concat(await body.toArray()).toString("utf8"));
        expect(validate?.(operation, status, json) ?? []).toEqual([]);
        answered++;
      } catch (error) {
        // Not every connection has a state, this table or an approval; the words of the refusal are the sandbox's own.
        if (!(error instanceof AppError) || error.facts.upstream_code === undefined) throw error;
      }
    }
    expect(answered).toBeGreaterThan(0);
  },
);

test("a pause, a resume and a sync go through and are seen by the next read", async () => {
  const { items } = await client.call("list_connections", { as: "person" });
  const id = items.find(({ paused, status }) => !paused && status.sync_state === "scheduled")?.id ?? "";
  const at = { params: { connectionId: id }, as: "person" } as const;
  const paused = { ...at, body: { paused: true, run_setup_tests: false } };
  expect((await client.call("modify_connection", paused)).paused).toBe(true);
  expect((await client.call("connection_details", at)).status.sync_state).toBe("paused");
  await client.call("modify_connection", { ...at, body: { paused: false, run_setup_tests: false } });
  expect(await client.call("sync_connection", at)).toBeUndefined();
  expect((await client.call("connection_details", at)).status.sync_state).toBe("syncing");
});

test("a host key is approved, found by its hash, and revoked", async () => {
  const { items } = await client.call("list_connections", { as: "person" });
  const connectionId = items[0]?.id ?? "";
  const key = { hash: "a/b+c=", public_key: "ssh-ed25519 AAAA" };
  const at = { params: { connectionId, hash: key.hash }, as: "person" } as const;
  const list = { params: { connectionId }, as: "person" } as const;
  await client.call("approve_connection_fingerprint", { ...list, body: key });
  const { text, status } = await client.send("get_connection_fingerprint_details", at);
  expect(validate?.("get_connection_fingerprint_details", status, JSON.parse(text ?? "")) ?? []).toEqual([]);
  expect(await client.call("get_connection_fingerprint_details", at)).toMatchObject(key);
  await client.call("revoke_connection_fingerprint", at);
  await expect(client.call("get_connection_fingerprint_details", at)).rejects.toMatchObject({
    code: "not_found",
  });
});

test("columns are hashed, blocked and dropped by name, and a column that is not blocked is not dropped", async () => {
  const { items } = await client.call("list_connections", { as: "person" });
  const connectionId = items.find(({ schema }) => schema === "shop_prod")?.id ?? "";
  const at = { params: { connectionId }, as: "person" } as const;
  const columns = { email: { enabled: false, hashed: true, is_primary_key: null } };
  const body = { schemas: { public: { tables: { users: { columns } } } } };
  const config = await client.call("modify_connection_schema_config", { ...at, body });
  expect(config.schemas.public?.tables.users?.columns?.email).toMatchObject({ enabled: false, hashed: true });
  const names = { schemaName: "public", tableName: "users", columnName: "email" };
  const column = { params: { connectionId, ...names }, as: "person" } as const;
  expect(await client.call("delete_column_connection_config", column)).toBeUndefined();
  await client.call("modify_connection_column_config", { ...column, body: { enabled: true } });
  await expect(client.call("delete_column_connection_config", column)).rejects.toMatchObject({
    code: "conflict",
    facts: { upstream_status: 409 },
  });
  const odd = { ...column, body: { enabled: true }, params: { ...column.params, tableName: ".." } };
  await expect(client.call("modify_connection_column_config", odd)).rejects.toMatchObject({
    code: "invalid",
  });
});

test("a wrong key shows as refused", async () => {
  const stranger = new Client({ base_url: sandbox.url, key: "sandbox", secret: "wrong" });
  await expect(stranger.call("get_account_info", { as: "person" })).rejects.toMatchObject({
    facts: { upstream_status: 401 },
  });
  expect(stranger.condition()).toMatchObject({ state: "refused" });
  await stranger.close();
});
