import { expect, test } from "vitest";
import { changeCounts } from "@/lib/model/schema/change-counts";
import { changeWords } from "@/lib/model/schema/change-words";
import { confirmationsOf } from "@/lib/model/schema/confirmations-of";
import type { ColumnChange, SchemaChanges } from "@/lib/model/schema/schema-changes";

const columns = (...list: ColumnChange[]): SchemaChanges => ({
  schemas: [{ name: "s", tables: [{ name: "t", enabled: [false, true], columns: list }] }],
});

test("what lets data flow that was held back has to be confirmed, a table on its own not", () => {
  expect(
    confirmationsOf(columns({ name: "a", hashed: [false, true] }, { name: "b", enabled: [true, false] })),
  ).toEqual([]);
  expect(confirmationsOf(columns({ name: "a", enabled: [false, true] }))).toEqual(["unblock"]);
  expect(confirmationsOf(columns({ name: "a", hashed: [true, false] }))).toEqual(["unhash"]);
  expect(
    confirmationsOf({
      ...columns({ name: "a", hashed: [true, false] }),
      schema_change_handling: ["BLOCK_ALL", "ALLOW_ALL"],
    }),
  ).toEqual(["unhash", "unblock", "allow_all"]);
  expect(confirmationsOf({ schemas: [], schema_change_handling: ["ALLOW_ALL", "BLOCK_ALL"] })).toEqual([]);
});

test("changes are told in counts", () => {
  const changes: SchemaChanges = {
    schemas: [
      { name: "new", seen: "appeared", enabled: [false, true] },
      {
        name: "s",
        tables: [
          {
            name: "t",
            enabled: [true, false],
            columns: [{ name: "a", hashed: [false, true], enabled: [false, true] }],
          },
          { name: "lost", seen: "deleted" },
        ],
      },
    ],
  };
  const counts = changeCounts(changes);
  expect(counts).toMatchObject({
    total: 5,
    tables_disabled: 1,
    columns_enabled: 1,
    hashed: 1,
    appeared: 1,
    deleted: 1,
  });
  expect(counts.schemas_enabled).toBe(0);
  expect(changeWords(counts)).toBe(
    "hash 1 column; start 1 column; stop 1 table; 1 item appeared; 1 item went",
  );
  expect(changeWords(changeCounts({ schemas: [] }))).toBe("nothing");
});
