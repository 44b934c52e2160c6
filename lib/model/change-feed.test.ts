import { expect, test } from "vitest";
import { changeFeed } from "@/lib/model/change-feed";
import { changeWords } from "@/lib/model/change-words";
import type { StateChange } from "@/lib/model/snapshot";

const change = (id: number, facts: Partial<StateChange>): StateChange => ({
  id,
  connection_id: `c${id}`,
  kind: "health",
  from: "healthy",
  to: "delayed",
  seen_at: 100,
  not_before: null,
  actor: "elsewhere",
  detail: null,
  ...facts,
});

test("many alike from one look are one entry, a few are told one by one", () => {
  const many = Array.from({ length: 40 }, (_, i) => change(100 - i, {}));
  const few = [change(9, { to: "broken" }), change(8, { to: "broken" })];
  expect(changeFeed([...many, ...few]).map(({ changes }) => changes.length)).toEqual([40, 1, 1]);
});

test("alike at other times are not one entry", () => {
  const apart = Array.from({ length: 9 }, (_, i) => change(9 - i, { seen_at: 9 - i }));
  expect(changeFeed(apart)).toHaveLength(9);
});

test.each([
  [{}, 1, "is delayed, was healthy"],
  [{}, 40, "are delayed, were healthy"],
  [{ from: "broken", to: "healthy" }, 1, "is healthy again, was broken"],
  [{ from: "syncing", to: "broken" }, 1, "is broken"],
  [{ kind: "paused", to: "true", actor: "local" }, 1, "was paused here"],
  [{ kind: "paused", to: "false" }, 2, "were resumed"],
  [{ kind: "settings", actor: "local" }, 1, "has other settings, changed here"],
  [{ kind: "vanished" }, 1, "is gone"],
  [{ kind: "appeared" }, 5, "are new"],
] as [Partial<StateChange>, number, string][])("%j of %i %s", (facts, count, words) => {
  expect(changeWords(change(1, facts), count)).toBe(words);
});
