import { afterAll, beforeAll, expect, test } from "vitest";
import type { Json, Listed, Made } from "@/lib/sandbox/go-account";
import { GoClient } from "@/lib/sandbox/go-client";
import { type GoType, goFaults } from "@/lib/sandbox/go-decode";
import * as go from "@/lib/sandbox/go-shapes";
import { startSandbox } from "@/lib/sandbox/server";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
const account = { client: new GoClient("") };
beforeAll(async () => {
  sandbox = await startSandbox({ speed: 0, quota: "off" });
  account.client = new GoClient(sandbox.url);
});
afterAll(() => sandbox.close());

test.each<[GoType, unknown]>([
  ["int", 5.5],
  ["int", "5"],
  ["bool", "true"],
  ["string", 5],
  ["time", ""],
  ["time", "2026-03-10 12:00:00Z"],
  [["string"], {}],
  [{ map: "any" }, []],
  [go.group, { created_at: 1 }],
  [go.connectionItem, { status: { tasks: [{ code: 1 }] } }],
])("the decoder refuses %j of %j", (type, value) => expect(goFaults(type, value)).toHaveLength(1));

test.each<[GoType, unknown]>([
  ["int", null],
  ["time", "2026-03-10T12:00:00.123456Z"],
  [go.group, { id: "a", unknown: [] }],
  [["string"], []],
])("the decoder takes %j of %j", (type, value) => expect(goFaults(type, value)).toEqual([]));

test.each([
  ["/connections", go.connectionItem],
  ["/groups", go.group],
  ["/destinations", go.destination],
  ["/private-links", go.privateLink],
  ["/proxy", go.proxyAgent],
  ["/hybrid-deployment-agents", go.hybridAgent],
  ["/metadata/connector-types", go.metadata],
])("each page of %s decodes", async (path, shape) => {
  let cursor: string | undefined;
  let items = 0;
  do {
    const query: Record<string, string | number> = { limit: 3, ...(cursor && { cursor }) };
    if (path.startsWith("/metadata")) query.limit = 300;
    const { status, data } = await account.client.do<Listed>("GET", path, go.pageOf(shape), { query });
    expect(status).toBe(200);
    items += data.items.length;
    cursor = data.next_cursor;
  } while (cursor);
  expect(items).toBeGreaterThan(0);
});

test("each destination decodes into the typed struct", async () => {
  const list = await account.client.do<Listed>("GET", "/destinations", go.pageOf(go.destination));
  for (const { id } of list.data.items) {
    const shape = go.envelope(go.destination);
    expect(await account.client.do("GET", `/destinations/${id}`, shape, { version2: true })).toMatchObject({
      status: 200,
    });
  }
});

test("each connection, its schema and its approvals decode", async () => {
  const query = { limit: 1000 };
  const list = await account.client.do<Listed>("GET", "/connections", go.pageOf(go.connectionItem), {
    query,
  });
  for (const { id } of list.data.items) {
    const path = `/connections/${id}`;
    const details = await account.client.do<Made>("GET", path, go.envelope(go.typedConnectionDetail));
    // Dereferenced without a look by the provider.
    expect(details.data).toMatchObject({ sync_frequency: expect.any(Number), paused: expect.any(Boolean) });
    const schema = await account.client.do("GET", `${path}/schemas`, go.envelope(go.schemaConfig));
    expect(schema.code).toMatch(/^(?:Success|NotFound_SchemaConfig)$/);
    for (const [kind, shape] of [
      ["fingerprints", go.fingerprint],
      ["certificates", go.certificate],
    ] as const) {
      const approved = await account.client.do("GET", `${path}/${kind}`, go.pageOf(shape), { query });
      expect(approved.status).toBe(200);
    }
  }
});

test("the metadata of Google Ads has its words and its tree, the list its first type", async () => {
  const shape = go.envelope(go.metadata);
  const { data } = await account.client.do<Json>("GET", "/metadata/connector-types/google_ads", shape);
  const filled = expect.stringMatching(/./);
  const noted = { id: filled, notes: filled };
  expect(data).toMatchObject({
    id: "google_ads",
    type: "Marketing",
    name: "Google Ads",
    description: filled,
    icon_url: filled,
    link_to_docs: filled,
    link_to_erd: filled,
    icons: [filled, filled],
    connector_class: "standard",
    service_status: "general_availability",
    service_status_updated_at: filled,
    config: {
      type: "object",
      title: "Google Ads config object",
      description: "",
      readonly: false,
      required: ["schema"],
      properties: {
        sync_mode: {
          type: "string",
          description: filled,
          enum: ["ManagerAccounts", "AllAccounts", "SpecificAccounts"],
        },
        manager_accounts: {
          type: "array",
          description: filled,
          items: { type: "string", description: "", readonly: false },
        },
        reports: {
          type: "array",
          description: filled,
          items: {
            type: "object",
            description: filled,
            properties: {
              report_type: { type: "string", description: filled },
              fields: {
                type: "array",
                description: filled,
                items: { type: "string", description: filled },
              },
            },
          },
        },
      },
    },
    auth: {
      type: "object",
      description: filled,
      properties: {
        refresh_token: { type: "string", description: filled },
        client_access: { description: filled, properties: { developer_token: { description: filled } } },
      },
    },
  });
  expect((data.supported_features as Json[]).slice(0, 3)).toEqual([noted, noted, noted]);

  const list = await account.client.do<Listed>("GET", "/metadata/connector-types", go.pageOf(go.metadata));
  expect(list.data.items[0]).toMatchObject({
    id: "15five",
    type: "HumanResources",
    connector_class: "lite",
  });
  const [first] = list.data.items;
  expect((first?.supported_features as Json[] | undefined)?.slice(0, 3)).toEqual([noted, noted, noted]);
  const all = await account.client.do<Listed>("GET", "/metadata/connector-types", go.pageOf(go.metadata), {
    query: { limit: 1000 },
  });
  expect(all.data.items).toHaveLength(773);
});
