import { expect, test } from "vitest";
import { bindChanges } from "@/lib/model/schema/bind-changes";
import { buildTree } from "@/lib/model/schema/build-tree";
import { sampleColumn, sampleConfig, sampleTable } from "@/lib/model/schema/sample-config";
import type { SchemaChanges, TableChange } from "@/lib/model/schema/schema-changes";
import { withColumns } from "@/lib/model/schema/with-columns";

const config = sampleConfig({
  public: {
    orders: sampleTable({
      sync_mode: "LIVE",
      columns: {
        email: sampleColumn({ hashed: true }),
        id: sampleColumn({ lock: ["SYSTEM_COLUMN", "It is part of the primary key."] }),
      },
    }),
    plain: sampleTable({ supports_columns_config: false }),
    lost: sampleTable({ lock: ["DELETED"] }),
  },
});
const tree = buildTree(config);
const tables = (...list: TableChange[]): SchemaChanges => ({ schemas: [{ name: "public", tables: list }] });

test("a value that someone else set to a third one meanwhile is a conflict with all three", () => {
  const bound = bindChanges(tree, tables({ name: "orders", sync_mode: ["SOFT_DELETE", "HISTORY"] }));
  expect(bound).toEqual({
    changes: { schemas: [] },
    already: 0,
    conflicts: [
      {
        path: ["public", "orders"],
        field: "sync_mode",
        base: "SOFT_DELETE",
        mine: "HISTORY",
        theirs: "LIVE",
        why: "changed",
        reason: "",
      },
    ],
  });
});

test("what is so already is counted and not sent", () => {
  const bound = bindChanges(tree, {
    schema_change_handling: ["BLOCK_ALL", "ALLOW_ALL"],
    ...tables({ name: "orders", columns: [{ name: "email", hashed: [false, true] }] }),
  });
  expect(bound).toEqual({ changes: { schemas: [] }, conflicts: [], already: 2 });
});

test("what is gone, locked or cannot be set says so of each field", () => {
  const bound = bindChanges(tree, {
    schemas: [
      {
        name: "away",
        enabled: [true, false],
        tables: [{ name: "t", columns: [{ name: "c", hashed: [false, true] }] }],
      },
      ...tables(
        { name: "orders", columns: [{ name: "id", enabled: [true, false] }] },
        { name: "plain", columns: [{ name: "x", hashed: [false, true] }] },
        { name: "lost", columns: [{ name: "x", hashed: [false, true] }] },
        { name: "none", enabled: [true, false] },
      ).schemas,
    ],
  });
  expect(bound.changes).toEqual({ schemas: [] });
  expect(
    bound.conflicts.map(({ path, why, theirs, reason }) => [path.join("/"), why, theirs, reason]),
  ).toEqual([
    ["away", "gone", null, ""],
    ["away/t/c", "gone", null, ""],
    ["public/orders/id", "locked", true, "It is part of the primary key."],
    ["public/plain/x", "unsupported", false, ""],
    ["public/lost/x", "locked", false, "It was deleted at the source."],
    ["public/none", "gone", null, ""],
  ]);
});

test("a column that is not in the config follows the policy until all columns are known", () => {
  const hash = tables({
    name: "orders",
    columns: [{ name: "new", hashed: [false, true], enabled: [true, false] }],
  });
  expect(bindChanges(tree, hash)).toEqual({ changes: hash, conflicts: [], already: 0 });
  const full = withColumns(tree, { schema: "public", table: "orders", read_at: 1_000, columns: [] });
  expect(bindChanges(full, hash).conflicts.map(({ why }) => why)).toEqual(["gone", "gone"]);
});

test("an explicit choice beside a change of the policy is kept whichever way the policy goes", () => {
  const changes: SchemaChanges = {
    schema_change_handling: ["BLOCK_ALL", "ALLOW_ALL"],
    ...tables({ name: "orders", columns: [{ name: "held", enabled: [false, false] }] }),
  };
  const blocked = buildTree({ ...config, schema_change_handling: "BLOCK_ALL" });
  expect(bindChanges(blocked, changes)).toEqual({ changes, conflicts: [], already: 0 });
});

test("changes that name one item twice are refused", () => {
  const twice = { name: "email", hashed: [true, false] as [boolean, boolean] };
  expect(() => bindChanges(tree, tables({ name: "orders", columns: [twice, twice] }))).toThrow(
    /"email" twice/,
  );
  expect(() => bindChanges(tree, tables({ name: "plain" }, { name: "plain" }))).toThrow(/"plain" twice/);
});
