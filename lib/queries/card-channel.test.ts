import { expect, test } from "vitest";
import type { ReturnedToken } from "@/lib/model/issued-card";
import { awaitReturn, tellReturn } from "@/lib/queries/card-channel";

test("a card that comes back is compared by the tab that made it, and only by that", async () => {
  const seen: ReturnedToken[] = [];
  const other: ReturnedToken[] = [];
  const stop = awaitReturn("one_card", "t-1", (token) => seen.push(token));
  const stopOther = awaitReturn("another_card", "t-2", (token) => other.push(token));
  try {
    expect(await tellReturn("one_card", ["ok", "t-1"])).toBe("same");
    expect(seen).toEqual(["same"]);
    expect(await tellReturn("one_card", [])).toBe("none");
    expect(seen).toEqual(["same", "none"]);
    expect(other).toEqual([]);
  } finally {
    stop();
    stopOther();
  }
});

test("another token is told, unless a second tab knows it; without a tab nobody tells anything", async () => {
  const first: ReturnedToken[] = [];
  const second: ReturnedToken[] = [];
  const stops = [
    awaitReturn("twice_made", "t-1", (token) => first.push(token)),
    awaitReturn("twice_made", "t-2", (token) => second.push(token)),
  ];
  try {
    expect(await tellReturn("twice_made", ["t-2"])).toBe("same");
    expect(second).toEqual(["same"]);
    expect(await tellReturn("twice_made", ["forged"])).toBe("other");
    await expect.poll(() => [first, second]).toEqual([["other"], ["same", "other"]]);
  } finally {
    for (const stop of stops) stop();
  }
  expect(await tellReturn("twice_made", ["t-1"])).toBe("nobody");
}, 20_000);
