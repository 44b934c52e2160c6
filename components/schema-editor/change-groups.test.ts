import { expect, test } from "vitest";
import { changeGroups } from "@/components/schema-editor/change-groups";
import { causeWords, whenWords } from "@/components/schema-editor/revision-words";
import { noCounts } from "@/lib/model/schema/change-counts";
import type { SchemaRevisionHead } from "@/lib/model/schema/schema-answers";

test("changes are told by what they do, the weightiest first, each with what it was", () => {
  const groups = changeGroups({
    schema_change_handling: ["ALLOW_ALL", "BLOCK_ALL"],
    schemas: [
      {
        name: "public",
        enabled: [false, true],
        tables: [
          { name: "orders", enabled: [true, false], sync_mode: ["SOFT_DELETE", "HISTORY"] },
          {
            name: "users",
            columns: [
              { name: "email", hashed: [false, true] },
              { name: "phone", hashed: [true, false], enabled: [false, true] },
            ],
          },
          { name: "gone", seen: "removed" },
        ],
      },
    ],
  });
  expect(groups.map(({ title, count, lines }) => [title, count, lines.map(({ remark }) => remark)])).toEqual([
    ["Un-hash", "1 column", ["hashed before"]],
    ["Policy", "", ["Allow all to Block all"]],
    ["Hash", "1 column", ["in clear before"]],
    ["Start syncing", "1 schema and 1 column", ["schema", "column"]],
    ["Stop syncing", "1 table", ["table"]],
    ["Sync mode", "1 table", ["soft delete to history"]],
    ["Gone at the source", "1 table", ["table, not listed any more"]],
  ]);
});

test("a revision says what it was and, where it was only found, between which looks it happened", () => {
  const at = Date.UTC(2026, 10, 22, 3, 20);
  const head = (rest: Partial<SchemaRevisionHead>): SchemaRevisionHead => ({
    id: 1,
    connection_id: "c",
    number: 4,
    cause: "elsewhere",
    actor: null,
    why: "",
    at,
    not_before: at - 600_000,
    of: null,
    counts: noCounts(),
    ...rest,
  });
  expect(whenWords(head({}), at)).toBe("22 Nov, between 03:10 and 03:20 UTC");
  expect(whenWords(head({ not_before: at - 86_400_000 }), at)).toBe(
    "22 Nov, between 21 Nov 03:20 and 03:20 UTC",
  );
  expect(whenWords(head({ at: at + 9_000, not_before: at }), at)).toBe("22 Nov 03:20 UTC");
  expect(whenWords(head({ cause: "apply", not_before: null }), at)).toBe("22 Nov 03:20 UTC");
  expect(causeWords(head({ cause: "undo", of: 3 }))).toBe("Revision 3 undone");
});
