import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { operations, rowOf } from "@/lib/contract/table";
import { rounds } from "@/lib/env";
import { buildPath, fitsPath } from "@/lib/model/path";
import { type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

let sandbox: TestSandbox;
const ids = new Map<string, string[]>();
beforeAll(async () => {
  sandbox = await testSandbox({ quota: "off", connections: 12 });
  const list = async (path: string) =>
    (await sandbox.data<{ items: { id: string }[] }>("GET", path)).items.map(({ id }) => id);
  ids.set("connectionId", await list("/connections"));
  ids.set("groupId", await list("/groups"));
  ids.set("destinationId", await list("/destinations"));
  const webhook = { url: "https://hooks.example.com/in", events: ["sync_end"], active: false };
  ids.set("webhookId", [
    (await sandbox.data<{ id: string }>("POST", "/webhooks/account", webhook)).id,
    "no_such",
  ]);
  ids.set("service", ["postgres", "salesforce", "no_such"]);
  ids.set("schema", ["public", "shop", "legacy import", "no_such"]);
  ids.set("table", ["users", "orders", "__proto__", "a;b", "no_such"]);
  ids.set("schemaName", ids.get("schema") ?? []);
  ids.set("tableName", ids.get("table") ?? []);
  ids.set("columnName", ["email", "id", "__proto__", "no_such"]);
});
afterAll(() => sandbox.close());

const FIELDS = [
  ...[
    "name",
    "group_id",
    "service",
    "config",
    "auth",
    "paused",
    "sync_frequency",
    "daily_sync_time",
    "scope",
  ],
  ...[
    "schedule",
    "schedule_type",
    "is_historical_sync",
    "hash",
    "public_key",
    "encoded_cert",
    "state",
    "force",
  ],
  ...[
    "run_setup_tests",
    "trust_fingerprints",
    "destination_configuration",
    "exclude_mode",
    "url",
    "events",
    "active",
    "secret",
    "event",
    "__proto__",
    "public",
  ],
];
const VALUES = [
  "postgres",
  "stripe",
  "s3",
  "14:00",
  "sync_end",
  "https://hooks.example.com/in",
  "manual",
  "ready",
  "******",
  "wrong",
  60,
  1440,
  -1,
  1e99,
  true,
  false,
  null,
];
const name = fc.oneof(
  fc.constantFrom(...FIELDS, "schema", "schema_prefix", "host", "port", "table"),
  fc.string(),
);
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...VALUES) },
  { weight: 2, arbitrary: fc.dictionary(name, fc.constantFrom<unknown>(...VALUES, ["a"], { a: null })) },
  { weight: 1, arbitrary: fc.jsonValue() },
);
const flag = fc.constantFrom<unknown>(true, false, null, "yes");
const named = (names: readonly string[], item: fc.Arbitrary<unknown>) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names), item), { selector: ([key]) => key, maxLength: 3 })
    .map((entries) => Object.fromEntries(entries));
const optional = (model: Record<string, fc.Arbitrary<unknown>>) => fc.record(model, { requiredKeys: [] });
const columns = named(
  ["email", "id", "__proto__", "", "no_such"],
  fc.oneof(optional({ enabled: flag, hashed: flag, is_primary_key: flag }), fc.jsonValue()),
);
const tables = named(
  ["users", "stores", "__proto__", "", "no_such"],
  optional({
    enabled: flag,
    sync_mode: fc.constantFrom("LIVE", "HISTORY", null, "x"),
    columns: fc.oneof(columns, fc.constantFrom<unknown>(["email"], null)),
  }),
);
const schemas = named(["public", "shop", "legacy import", "no_such"], optional({ enabled: flag, tables }));
const policy = fc.constantFrom<unknown>("ALLOW_ALL", "ALLOW_COLUMNS", "BLOCK_ALL", null, "x");
const ofConfig = fc.oneof(
  optional({ schemas, schema_change_handling: policy, is_type_locked: flag }),
  optional({ enabled: flag, tables, columns, hashed: flag }),
);

const body = fc.oneof(
  { weight: 4, arbitrary: ofConfig },
  { weight: 6, arbitrary: fc.dictionary(fc.constantFrom(...FIELDS), value) },
  { weight: 1, arbitrary: fc.jsonValue() },
);

let runs = 0;

test("whatever is sent, each answer is Fivetran's envelope, and nothing is ever an internal error", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...operations),
      fc.infiniteStream(fc.nat()),
      fc.option(fc.string({ unit: "binary" }), { freq: 8 }),
      fc.option(body, { freq: 8, nil: undefined }),
      fc.option(
        fc.constantFrom("limit=5", "limit=0", "cursor=x", "limit=1e9&cursor=e30", "group_id=x&schema=%00"),
      ),
      async (operation, picks, odd, sent, query) => {
        // Deletions would soon leave nothing to ask about; the seed brings the same ids back.
        runs += 1;
        if (runs % 40 === 0) await sandbox.core.reset();
        const { method, path } = rowOf(operation);
        const params = Object.fromEntries(
          [...path.matchAll(/\{(\w+)\}/g)].map(([, param = ""]) => {
            const known = ids.get(param) ?? ["a", "b"];
            const pick = known[(picks.next().value ?? 0) % known.length] ?? "x";
            return [param, odd !== null && fitsPath(odd) && picks.next().value % 7 === 0 ? odd : pick];
          }),
        );
        const target = `${buildPath(path, params)}${query ? `?${query}` : ""}`;
        const told = await sandbox.call(method, target, method === "GET" ? undefined : sent);
        expect(told.status).toBeLessThan(500);
        expect(told.body).toMatchObject({
          code: expect.stringMatching(/./),
          message: expect.any(String),
        });
        expect(told.body.code === "Success").toBe(told.status < 300);
        if (told.status >= 300) expect(told.body).not.toHaveProperty("data");
        expect(told.headers.get("x-rate-limit")).not.toBeNull();
      },
    ),
    { numRuns: rounds(500, 20_000) },
  );
}, 600_000);
