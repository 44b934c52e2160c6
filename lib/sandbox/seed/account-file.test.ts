import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testSandbox } from "@/lib/sandbox/test-sandbox";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "account-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const user = { id: "user_one", email: "one@example.com" };
const group = { id: "group_one", name: "One" };
const file = (json: unknown) => {
  const path = join(folder, "account.json");
  writeFileSync(path, typeof json === "string" ? json : JSON.stringify(json));
  return path;
};

test("an empty account with one group and one user works", async () => {
  const sandbox = await testSandbox({ account: file({ users: [user], groups: [group] }) });
  expect(await sandbox.data("GET", "/account/info")).toMatchObject({ user_id: "user_one" });
  expect(await sandbox.data("GET", "/groups")).toMatchObject({ items: [{ id: "group_one", name: "One" }] });
  expect(await sandbox.data("GET", "/connections")).toEqual({ items: [] });
  const body = { group_id: "group_one", service: "stripe", config: { schema: "s", api_key: "k" } };
  expect((await sandbox.call("POST", "/connections", body)).status).toBe(201);
  await sandbox.close();
});

test("given ids and states are taken as they are", async () => {
  const sandbox = await testSandbox({
    account: file({
      account: { account_id: "acme", account_name: "Acme" },
      users: [user],
      groups: [{ ...group, destination: { service: "snowflake", time_zone_offset: "-5" } }],
      connections: [
        {
          id: "my_connection",
          group_id: "group_one",
          service: "stripe",
          config: { schema: "pay", api_key: "k" },
          sync_frequency: 60,
          succeeded_at: "2026-03-10T11:30:00Z",
        },
        {
          id: "my_broken",
          group_id: "group_one",
          service: "stripe",
          config: { schema: "pay_2", api_key: "k" },
          setup_state: "broken",
          faults: ["credentials_wrong"],
          failed_at: "2026-03-10T11:00:00Z",
          paused: true,
        },
      ],
    }),
  });
  expect(await sandbox.data("GET", "/account/info")).toMatchObject({
    account_id: "acme",
    account_name: "Acme",
  });
  expect(await sandbox.data("GET", "/destinations/group_one")).toMatchObject({ service: "snowflake" });
  expect(await sandbox.data("GET", "/connections")).toMatchObject({
    items: [
      { id: "my_connection", schema: "pay", sync_frequency: 60, status: { setup_state: "connected" } },
      { id: "my_broken", paused: true, status: { setup_state: "broken", tasks: [{ code: "reconnect" }] } },
    ],
  });
  await sandbox.close();
});

test.each([
  ["{", /is not valid JSON/],
  [{ groups: [group] }, /wrong at users/],
  [{ users: [], groups: [group] }, /users: needs at least one user/],
  [{ users: [user], groups: [] }, /groups: needs at least one group/],
  [{ users: [user], groups: [group, group] }, /groups\.1: repeats the id 'group_one'/],
  [{ users: [user], groups: [{ ...group, colour: 1 }] }, /groups\.0/],
  [
    { users: [user], groups: [{ ...group, destination: { service: "excel" } }] },
    /groups\.0\.destination\.service/,
  ],
  [
    {
      users: [user],
      groups: [group],
      connections: [{ id: "c", group_id: "x", service: "stripe", config: { schema: "s" } }],
    },
    /connections\.0\.group_id: names no group/,
  ],
  [
    {
      users: [user],
      groups: [group],
      connections: [{ id: "c", group_id: "group_one", service: "stripe", config: {} }],
    },
    /connections\.0\.config: Field 'schema' is required/,
  ],
])("the account %j is refused with a sentence that names the place", async (json, message) => {
  await expect(testSandbox({ account: file(json) })).rejects.toThrow(message);
});

test("a file that is not there is refused by its path", async () => {
  await expect(testSandbox({ account: join(folder, "none.json") })).rejects.toThrow(
    /none\.json cannot be read/,
  );
});
