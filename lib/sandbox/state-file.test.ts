import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSandbox } from "@/lib/sandbox/sandbox";
import { type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

const HOUR = 3_600_000;
let folder: string;
let state_file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandbox-"));
  state_file = join(folder, "deep/sandbox.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function everything(sandbox: TestSandbox): Promise<unknown> {
  const paths = [
    "/groups",
    "/webhooks",
    "/destinations",
    "/connections?limit=1000",
    "/proxy",
    "/private-links",
  ];
  const lists = await Promise.all(paths.map((path) => sandbox.call("GET", path)));
  const { items } = await sandbox.data<{ items: { id: string }[] }>("GET", "/connections?limit=1000");
  const details: unknown[] = [];
  for (const { id } of items) {
    for (const part of ["", "/schemas", "/fingerprints", "/certificates"]) {
      details.push((await sandbox.call("GET", `/connections/${id}${part}`)).body);
    }
  }
  return { lists: lists.map(({ body }) => body), details };
}

async function change(sandbox: TestSandbox): Promise<void> {
  const { items } = await sandbox.data<{ items: { id: string; group_id: string; schema: string }[] }>(
    "GET",
    "/connections",
  );
  const [first = { id: "", group_id: "" }, second = { id: "" }, third = { id: "" }] = items;
  await sandbox.data("POST", "/groups", { name: "Kept" });
  const config = { schema_prefix: "kept", host: "h.example.com", user: "u", password: "p", database: "d" };
  await sandbox.data("POST", "/connections", { group_id: first.group_id, service: "postgres", config });
  await sandbox.data("PATCH", `/connections/${first.id}`, { sync_frequency: 5, run_setup_tests: false });
  await sandbox.data("DELETE", `/connections/${second.id}`);
  await sandbox.data("POST", `/connections/${first.id}/fingerprints`, { hash: "h", public_key: "ssh-rsa A" });
  const changes = [{ kind: "add_table", schema: "public", table: "__proto__" }];
  await sandbox.control("POST", `/connections/${third.id}/source`, { faults: ["port_closed"], changes });
  await sandbox.control("POST", `/connections/${first.id}/source`, { changes });
  await sandbox.data("POST", `/connections/${first.id}/schemas/reload`, { exclude_mode: "EXCLUDE" });
}

test("a restart gives back everything, the clock and what fell due meanwhile included", async () => {
  const before = await testSandbox({ state_file });
  await before.control("POST", "/clock", { advance_ms: 40 * HOUR, speed: 3 });
  await change(before);
  // As after a kill: nothing is closed, what was answered is in the file.
  const after = await testSandbox({ state_file });
  expect(after.core.clock.now()).toBe(before.core.clock.now());
  expect(await everything(after)).toEqual(await everything(before));
  before.pass(9 * HOUR);
  after.pass(9 * HOUR);
  expect(await everything(after)).toEqual(await everything(before));
  await after.close();
  await before.close();
});

test("a change is in the file before it is answered, and no draft is left", async () => {
  const sandbox = await testSandbox({ state_file });
  const names = Array.from({ length: 20 }, (_, n) => `Group_${n}`);
  await Promise.all(
    names.map(async (name) => {
      await sandbox.data("POST", "/groups", { name });
      expect(readFileSync(state_file, "utf8")).toContain(`"${name}"`);
    }),
  );
  expect(readdirSync(join(folder, "deep"))).toEqual(["sandbox.json"]);
  await sandbox.close();
});

test("reading writes nothing", async () => {
  const sandbox = await testSandbox({ state_file });
  rmSync(state_file);
  await everything(sandbox);
  expect(readdirSync(join(folder, "deep"))).toEqual([]);
  await sandbox.close();
});

test("a reset, by control or at start, gives back the seeded account", async () => {
  const fresh = await testSandbox();
  const seeded = await everything(fresh);
  const sandbox = await testSandbox({ state_file });
  await change(sandbox);
  expect((await sandbox.control("POST", "/reset")).status).toBe(200);
  expect(await everything(sandbox)).toEqual(seeded);
  await change(sandbox);
  await sandbox.close();
  const again = await testSandbox({ state_file, reset: true });
  expect(await everything(again)).toEqual(seeded);
  await again.close();
  await fresh.close();
});

test.each(["{", "[]", "{}", '{"format":99}'])(
  "a file that holds %s is refused with a sentence",
  async (text) => {
    const path = join(folder, "bad.json");
    writeFileSync(path, text);
    await expect(createSandbox({ state_file: path })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/^The sandbox's state file .*bad\.json is damaged/),
    });
  },
);

test("an account made with other options is not passed off as the one asked for", async () => {
  await (await testSandbox({ state_file, connections: 3 })).close();
  await (await testSandbox({ state_file })).close();
  await expect(createSandbox({ state_file, connections: 4 })).rejects.toThrow(/connections 3, not 4/);
});
