import { expect, test } from "vitest";
import { ChangeList } from "@/lib/model/schema/change-list";

test("items come in the order in which they were first named, without those of which nothing is told", () => {
  const list = new ChangeList();
  list.set(["b", "t", "__proto__"], "hashed", [false, true]);
  list.set(["a"], "enabled", [true, false]);
  list.set(["b", "u"], "sync_mode", ["SOFT_DELETE", "HISTORY"]);
  list.set(["b", "t", "c"], "enabled", [true, false]);
  list.set([], "schema_change_handling", ["ALLOW_ALL", "BLOCK_ALL"]);
  list.see(["a", "gone"], "deleted");
  list.delete(["b", "t", "c"], "enabled");
  list.delete(["nowhere", "t"], "enabled");
  expect(list.get(["b", "t", "__proto__"], "hashed")).toEqual([false, true]);
  expect(list.get(["b", "t", "constructor"], "hashed")).toBeUndefined();
  expect(list.changes()).toEqual({
    schema_change_handling: ["ALLOW_ALL", "BLOCK_ALL"],
    schemas: [
      {
        name: "b",
        tables: [
          { name: "t", columns: [{ name: "__proto__", hashed: [false, true] }] },
          { name: "u", sync_mode: ["SOFT_DELETE", "HISTORY"] },
        ],
      },
      { name: "a", enabled: [true, false], tables: [{ name: "gone", seen: "deleted" }] },
    ],
  });
});

test("two tables of one name in two schemas are two, whichever was asked for last", () => {
  const list = new ChangeList();
  list.set(["a", "t"], "enabled", [true, false]);
  list.set(["b", "t"], "enabled", [false, true]);
  expect(list.get(["a", "t"], "enabled")).toEqual([true, false]);
  expect(list.get(["b", "t"], "enabled")).toEqual([false, true]);
});
