import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openapiValidator } from "@/lib/contract/openapi-validator";
import { type Operation, operations, rowOf } from "@/lib/contract/table";
import { openapiPath } from "@/lib/env";
import type { Connection } from "@/lib/model/connection";
import { buildPath } from "@/lib/model/path";
import { type TestSandbox, type Told, testSandbox } from "@/lib/sandbox/test-sandbox";

// Successes of every row are held by openapi.test.ts; here each row has to fail as Fivetran does (section 1 of its API notes).

const path = openapiPath();
const validate = path === null ? null : openapiValidator(path);

/** A webhook that nothing is sent to. */
const QUIET = { url: "https://hooks.example.com/in", events: ["sync_end"], active: false };

let sandbox: TestSandbox;
let ids: Record<string, string>;

beforeEach(async () => {
  sandbox = await testSandbox({ quota: "off", connections: 14 });
  const { items } = await sandbox.data<{ items: Connection[] }>("GET", "/connections");
  const shop = items.find(({ schema }) => schema === "shop_prod");
  const webhook = await sandbox.data<{ id: string }>("POST", "/webhooks/account", QUIET);
  ids = {
    connectionId: shop?.id ?? "",
    groupId: shop?.group_id ?? "",
    destinationId: shop?.group_id ?? "",
    service: "postgres",
    schema: "public",
    table: "users",
    schemaName: "public",
    tableName: "users",
    columnName: "email",
    hash: "none",
    webhookId: webhook.id,
  };
});
afterEach(() => sandbox.close());

const pathOf = (operation: Operation, params: Record<string, string> = {}) =>
  buildPath(rowOf(operation).path, { ...ids, ...params });

/** A refused call, whose body is as the document lets it be. */
async function refused(
  operation: Operation,
  { params, body, headers, query = "" }: Sent = {},
): Promise<[number, unknown]> {
  const { method } = rowOf(operation);
  const sent = method === "GET" ? undefined : body;
  const told: Told = await sandbox.call(method, `${pathOf(operation, params)}${query}`, sent, headers);
  expect(told.body.message).toMatch(/./);
  expect(validate?.(operation, told.status, told.body) ?? []).toEqual([]);
  expect(told.headers.get("content-type")).toMatch(/^application\/json/);
  expect(told.body).not.toHaveProperty("data");
  return [told.status, told.body.code];
}

interface Sent {
  params?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
  query?: string;
}

/** Everything of the account that a call could have changed. */
const account = () => {
  const { connections, webhooks } = sandbox.core.world.state;
  return JSON.stringify([...connections.values(), ...webhooks.values()]);
};

const writes = operations.filter((operation) => rowOf(operation).method !== "GET");
const withBody = operations.filter((operation) => rowOf(operation).body !== undefined);
const paged = operations.filter((operation) => /limit/.test(JSON.stringify(queryOf(operation))));

function queryOf(operation: Operation): string[] {
  const { query } = rowOf(operation);
  return query && "shape" in query ? Object.keys(query.shape as object) : [];
}

describe("without the right credentials", () => {
  test.each(operations)("%s is 401 AuthFailed and changes nothing", async (operation) => {
    const before = account();
    const Authorization = `Basic ${btoa("sandbox:wrong")}`;
    expect(await refused(operation, { headers: { Authorization }, body: {} })).toEqual([401, "AuthFailed"]);
    expect(account()).toBe(before);
  });
});

describe("for an owner that is not there", () => {
  const CODES = {
    connectionId: "NotFound_Connector",
    groupId: "NotFound_Group",
    destinationId: "NotFound_Destination",
    service: "NotFound",
    webhookId: "NotFound_Webhook",
  };
  const rows = operations.flatMap((operation) => {
    const owner = Object.keys(CODES).find((name) => rowOf(operation).path.includes(`{${name}}`));
    return owner ? [[operation, owner as keyof typeof CODES] as const] : [];
  });
  test.each(rows)("%s is 404 for an unknown %s, before anything about its body", async (operation, owner) => {
    const params = { [owner]: "no_such" };
    expect(await refused(operation, { params })).toEqual([404, CODES[owner]]);
  });
});

describe("a client that takes no JSON", () => {
  test.each(operations)("gets 406 from %s", async (operation) => {
    const headers = { Accept: "text/html" };
    expect(await refused(operation, { headers })).toEqual([406, "NotAcceptable"]);
  });
});

describe("a body that is not what it should be", () => {
  test.each(writes)("%s: another type is 415, broken JSON and no object are 400", async (operation) => {
    const before = account();
    expect(await refused(operation, { body: "a=b", headers: { "Content-Type": "text/plain" } })).toEqual([
      415,
      "UnsupportedMediaType",
    ]);
    for (const body of ["{", "[]", '"text"']) {
      expect(await refused(operation, { body })).toEqual([400, "InvalidInput"]);
    }
    expect(account()).toBe(before);
  });

  const needed = withBody.filter(
    (operation) => rowOf(operation).body?.safeParse(undefined).success === false,
  );
  test.each(needed)("%s: none at all is 400", async (operation) => {
    expect(await refused(operation)).toEqual([400, "InvalidInput"]);
  });
});

describe("a page that cannot be", () => {
  test.each(paged)("%s: a limit out of range or a cursor of nonsense is 400", async (operation) => {
    for (const query of ["?limit=0", "?limit=1001", "?limit=x", "?cursor=!!"]) {
      expect(await refused(operation, { query })).toEqual([400, "InvalidInput"]);
    }
  });
});

describe("a quota that is used up", () => {
  let small: TestSandbox;
  beforeAll(async () => {
    small = await testSandbox({ quota: "trial", connections: 2 });
    for (let call = 0; call < 500; call += 1) await small.call("GET", "/nowhere");
  });
  afterAll(() => small.close());

  test.each(operations)("%s is 429 with whole seconds in Retry-After", async (operation) => {
    const told = await small.call(rowOf(operation).method, pathOf(operation));
    expect(told).toMatchObject({ status: 429, body: { code: "TooManyRequests" } });
    expect(told.headers.get("retry-after")).toMatch(/^[1-9]\d*$/);
    expect(told.headers.get("x-rate-limit-remaining")).toBe("0");
    expect(validate?.(operation, 429, told.body) ?? []).toEqual([]);
  });
});

describe("a fault that is asked for", () => {
  test.each(operations)(
    "%s answers it in place of its own answer, and changes nothing",
    async (operation) => {
      const before = account();
      const fault = { kind: "error", status: 403, code: "Forbidden", message: "No right to this" };
      await sandbox.control("POST", "/faults", { rules: [{ match: { operation }, fault }] });
      expect(await refused(operation, { body: {} })).toEqual([403, "Forbidden"]);
      expect(account()).toBe(before);
    },
  );
});

describe("what the state of things forbids", () => {
  test("create_connection: an unknown type or a bad config is 400, a taken name 409", async () => {
    const create = (body: object) => refused("create_connection", { body });
    const { groupId: group_id } = ids;
    expect(await create({ group_id, service: "no_such" })).toEqual([400, "InvalidInput"]);
    expect(await create({ group_id, service: "postgres", config: {} })).toEqual([400, "InvalidInput"]);
    expect(
      await create({ group_id, service: "postgres", config: { schema_prefix: "x", no_such: 1 } }),
    ).toEqual([400, "InvalidInput"]);
    expect(await create({ group_id: "no_such", service: "postgres" })).toEqual([404, "NotFound_Group"]);
    expect(await create({ group_id, service: "salesforce", config: { schema: "salesforce" } })).toEqual([
      409,
      "Conflict",
    ]);
  });

  test("modify_connection: a frequency that is none of the eleven, or flags alone, is 400", async () => {
    const change = (body: object) => refused("modify_connection", { body });
    for (const body of [
      { sync_frequency: 7 },
      { daily_sync_time: "25:00" },
      { run_setup_tests: false },
      {},
    ]) {
      expect(await change(body)).toEqual([400, "InvalidInput"]);
    }
  });

  test("delete_group: a group that holds connections is 409", async () => {
    expect(await refused("delete_group")).toEqual([409, "Conflict"]);
  });

  test("create_group and modify_group: a taken name is 409", async () => {
    expect(await refused("create_group", { body: { name: "Analytics" } })).toEqual([409, "Conflict"]);
    expect(await refused("modify_group", { body: { name: "Marketing" } })).toEqual([409, "Conflict"]);
  });

  test("a webhook that is not https, asks for nothing or an unknown event, or does not answer is 400", async () => {
    const before = account();
    for (const operation of ["create_account_webhook", "create_group_webhook"] as const) {
      for (const body of [
        { ...QUIET, url: "http://hooks.example.com/in" },
        { ...QUIET, url: "hooks.example.com" },
        { ...QUIET, events: [] },
        { ...QUIET, events: ["sync_failed"] },
        { ...QUIET, events: "sync_end" },
        { ...QUIET, active: "no" },
        { ...QUIET, active: true },
        { url: QUIET.url, events: QUIET.events },
      ]) {
        expect(await refused(operation, { body })).toEqual([400, "InvalidInput"]);
      }
    }
    expect(await refused("modify_webhook", { body: { active: true } })).toEqual([400, "InvalidInput"]);
    expect(await refused("test_webhook", { body: { event: "sync_failed" } })).toEqual([400, "InvalidInput"]);
    expect(account()).toBe(before);
  });

  test("the state of a connection whose type has none is 405", async () => {
    expect(await refused("connection_state")).toEqual([405, "MethodNotAllowed"]);
    expect(await refused("modify_connection_state", { body: { state: {} } })).toEqual([
      405,
      "MethodNotAllowed",
    ]);
  });

  test.each(
    operations.filter((operation) => /(certificate_details|fingerprint_details|^revoke_)/.test(operation)),
  )("%s: a hash that nobody approved is 404", async (operation) => {
    expect(await refused(operation)).toEqual([404, "NotFound"]);
  });

  test("a schema or table that the source does not have is 404 or 400, never a success", async () => {
    const params = { schema: "no_such", table: "no_such" };
    for (const operation of ["connection_column_config", "resync_table"] as const) {
      const [status] = await refused(operation, { params });
      expect([400, 404]).toContain(status);
    }
  });

  const ofConfig = operations.filter((operation) => rowOf(operation).path.includes("{schemaName}"));
  test.each(ofConfig)("%s: each name in the path is asked for exactly, or 404", async (operation) => {
    const names = ["schemaName", "tableName", "columnName"].filter((name) =>
      rowOf(operation).path.includes(`{${name}}`),
    );
    for (const name of names) {
      for (const odd of ["no_such", ids[name]?.toUpperCase() ?? ""]) {
        const sent = { params: { [name]: odd }, body: { enabled: false } };
        expect(await refused(operation, sent)).toEqual([404, "NotFound"]);
      }
    }
  });

  test("a config that is there cannot be pre-created, and a column that syncs not dropped", async () => {
    const schemas = { public: { tables: { users: { columns: ["email"] } } } };
    expect(await refused("pre_create_connection_schema_config", { body: { schemas: {} } })).toEqual([
      409,
      "Conflict",
    ]);
    expect(await refused("delete_multiple_columns_connection_config", { body: { schemas } })).toEqual([
      409,
      "Conflict",
    ]);
    expect(await refused("delete_column_connection_config")).toEqual([409, "Conflict"]);
  });
});

test("a verb that an address does not take is 405 and names those it takes", async () => {
  for (const operation of operations) {
    const { path } = rowOf(operation);
    const verbs = operations
      .filter((other) => rowOf(other).path === path)
      .map((other) => rowOf(other).method);
    const told = await sandbox.call("PUT", pathOf(operation));
    expect(told).toMatchObject({ status: 405, body: { code: "MethodNotAllowed" } });
    expect(told.headers.get("allow")?.split(", ")).toEqual(expect.arrayContaining(verbs));
  }
});
