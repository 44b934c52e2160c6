import { expect, test } from "vitest";
import { patchOf, plannedRequests } from "@/lib/model/schema/patch-of";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { atOnce } from "@/lib/model/steps";

test("the body says what changes and nothing else", () => {
  const changes: SchemaChanges = {
    schema_change_handling: ["ALLOW_ALL", "BLOCK_ALL"],
    schemas: [
      { name: "off", enabled: [true, false] },
      { name: "seen only", seen: "appeared", tables: [{ name: "t", seen: "appeared" }] },
      {
        name: "public",
        enabled: [false, true],
        tables: [
          { name: "nothing", columns: [] },
          { name: "orders", enabled: [true, false], sync_mode: ["SOFT_DELETE", "HISTORY"] },
          {
            name: "users",
            columns: [
              { name: "email", hashed: [false, true] },
              { name: "note", enabled: [true, false] },
              { name: "seen", seen: "deleted" },
              { name: "id", enabled: [false, true], hashed: [true, false], is_primary_key: [false, true] },
            ],
          },
        ],
      },
    ],
  };
  expect(JSON.parse(patchOf(changes))).toEqual({
    schema_change_handling: "BLOCK_ALL",
    schemas: {
      off: { enabled: false },
      public: {
        enabled: true,
        tables: {
          orders: { enabled: false, sync_mode: "HISTORY" },
          users: {
            columns: {
              email: { hashed: true },
              note: { enabled: false },
              id: { enabled: true, hashed: false, is_primary_key: true },
            },
          },
        },
      },
    },
  });
});

test("every name is a key of its own", () => {
  const names = ["__proto__", "constructor", "", ".", "..", 'a"b\\c', "\u2028", "\ud800", "n".repeat(1000)];
  const changes: SchemaChanges = {
    schemas: names.map((s) => ({
      name: s,
      tables: names.map((t) => ({
        name: t,
        columns: names.map((c): { name: string; hashed: [boolean, boolean] } => ({
          name: c,
          hashed: [false, true],
        })),
      })),
    })),
  };
  const { schemas } = JSON.parse(patchOf(changes));
  expect(Object.keys(schemas)).toEqual(names);
  for (const { tables } of Object.values<{ tables: object }>(schemas)) {
    expect(Object.keys(tables)).toEqual(names);
    for (const { columns } of Object.values<{ columns: object }>(tables as never)) {
      expect(Object.entries(columns)).toEqual(names.map((name) => [name, { hashed: true }]));
    }
  }
});

test("one request makes any changes, none makes none", () => {
  const hash: SchemaChanges = { schemas: [{ name: "s", enabled: [true, false] }] };
  expect(atOnce(plannedRequests("warm_otter", hash))).toEqual([
    { method: "PATCH", path: "/connections/warm_otter/schemas", body: '{"schemas":{"s":{"enabled":false}}}' },
  ]);
  expect(patchOf({ schema_change_handling: ["ALLOW_ALL", "BLOCK_ALL"], schemas: [] })).toBe(
    '{"schema_change_handling":"BLOCK_ALL"}',
  );
  expect(atOnce(plannedRequests("warm_otter", { schemas: [{ name: "s", seen: "removed" }] }))).toEqual([]);
});
