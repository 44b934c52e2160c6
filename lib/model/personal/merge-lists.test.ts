import { expect, test } from "vitest";
import { mergeLists } from "@/lib/model/personal/merge-lists";
import type { PersonalLists } from "@/lib/model/personal/personal-lists";

const lists = (add: Record<string, "email" | "phone">, ...ignore: string[]): PersonalLists => ({
  add: Object.entries(add).map(([pattern, category]) => ({ pattern, category })),
  ignore,
});

test("what both added and took away holds", () => {
  const before = lists({ a: "email", b: "email" }, "x", "y");
  const mine = lists({ a: "email", mine: "phone" }, "x", "z");
  const theirs = lists({ a: "email", b: "email", theirs: "email" }, "y", "w");
  expect(mergeLists(before, mine, theirs)).toEqual(
    lists({ a: "email", theirs: "email", mine: "phone" }, "w", "z"),
  );
});

test("of one entry that both changed, mine stays; one that only they changed is theirs", () => {
  const before = lists({ a: "email", b: "email" });
  expect(mergeLists(before, lists({ A: "phone", b: "email" }), lists({ a: "email", b: "phone" }))).toEqual(
    lists({ A: "phone", b: "phone" }),
  );
});

test("with nothing changed here it is theirs", () => {
  const before = lists({ a: "email" }, "x");
  const theirs = lists({ c: "phone" }, "q");
  expect(mergeLists(before, before, theirs)).toEqual(theirs);
});
