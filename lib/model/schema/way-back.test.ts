import { expect, test } from "vitest";
import type { SchemaRevision } from "@/lib/model/schema/schema-answers";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { restoreOf, undoOf } from "@/lib/model/schema/way-back";

const hash = (...columns: [name: string, from: boolean, to: boolean][]): SchemaChanges => ({
  schemas: [
    {
      name: "s",
      tables: [{ name: "t", columns: columns.map(([name, from, to]) => ({ name, hashed: [from, to] })) }],
    },
  ],
});
const revision = (
  number: number,
  actor: string | null,
  changes: SchemaChanges,
): Pick<SchemaRevision, "number" | "cause" | "actor" | "changes"> => ({
  number,
  actor,
  cause: actor === null ? "elsewhere" : "apply",
  changes,
});

test("undo goes back on what nobody has touched since and refuses the rest with its reason", () => {
  const first = revision(
    1,
    "ann",
    hash(["a", false, true], ["b", false, true], ["c", false, true], ["d", false, true]),
  );
  const later = [
    revision(2, null, hash(["b", true, false])),
    revision(3, "bob", hash(["b", false, true])),
    revision(4, "ann", hash(["c", true, false])),
    revision(5, "ann", hash(["c", false, true])),
    revision(6, "bob", hash(["d", true, false])),
  ];
  const { changes, refused } = undoOf(first, later, "ann");
  expect(changes).toEqual(hash(["a", true, false], ["c", true, false]));
  expect(refused).toEqual([
    {
      path: ["s", "t", "b"],
      field: "hashed",
      base: true,
      mine: false,
      theirs: true,
      why: "changed",
      reason: "Someone else has changed it since: revision 3.",
    },
  ]);
});

test("restore folds later revisions into one way back, without what came back by itself", () => {
  const later = [
    revision(2, "ann", hash(["a", false, true], ["b", false, true])),
    revision(3, "ann", hash(["b", true, false], ["c", true, false])),
    revision(4, null, hash(["c", false, true], ["e", false, true])),
    revision(5, "ann", {
      schemas: [{ name: "s", tables: [{ name: "n", seen: "appeared", enabled: [false, true] }] }],
    }),
  ];
  const { changes, refused } = restoreOf(later, "ann");
  expect(changes).toEqual(hash(["a", true, false]));
  expect(refused.map(({ path, reason }) => [path[2], reason])).toEqual([
    ["e", "It was changed outside Headgate since: revision 4."],
  ]);
});
