import { expect, test } from "vitest";
import type { FleetMark } from "@/lib/model/fleet/fleet-timeline";
import { binWords, dueWords, gapWords, markWords } from "@/lib/model/fleet/fleet-words";
import { spanWords } from "@/lib/model/span-words";

const at = (text: string) => Date.parse(text);
const clock = { zone: "utc", now: at("2026-11-22T08:00Z") };
const mark = (part: Partial<FleetMark>): FleetMark => ({
  outcome: "succeeded",
  from: at("2026-11-22T04:12Z"),
  to: at("2026-11-22T04:16Z"),
  count: 1,
  longest_ms: 222_000,
  exact: true,
  ...part,
});

test.each([
  [mark({}), null, "Synced 04:12 to 04:16 UTC, 3 m 42 s"],
  [mark({}), 200_000, "Synced 04:12 to 04:16 UTC, 3 m 42 s, slower than usual"],
  [
    mark({ outcome: "failed", exact: false }),
    1,
    "Failed 04:12 to 04:16 UTC, 3 m 42 s, times as they were seen",
  ],
  [mark({ outcome: "running", to: null, longest_ms: null }), null, "Running since 04:12 UTC"],
  [mark({ from: at("2026-11-22T04:16Z"), longest_ms: null }), null, "Synced, ended 04:16 UTC"],
  [mark({ count: 4 }), null, "4 syncs ended well, 04:12 to 04:16 UTC, the longest 3 m 42 s"],
  [
    mark({ outcome: "other", count: 2, longest_ms: null }),
    null,
    "2 syncs ended without an outcome, 04:12 to 04:16 UTC",
  ],
])("a mark in words: %#", (one, slow, words) => {
  expect(markWords(one, slow, clock)).toBe(words);
});

test("spans say the day where it is not today, on the zone's clock", () => {
  const night = { from: at("2026-11-21T23:30Z"), to: at("2026-11-22T00:30Z") };
  expect(spanWords(night, clock)).toBe("21 Nov 23:30 to 22 Nov 00:30 UTC");
  expect(spanWords(night, { ...clock, zone: "Asia/Kolkata" })).toBe("05:00 to 06:00 UTC+5:30");
  expect(gapWords({ from: at("2026-11-20T02:00Z"), to: at("2026-11-20T04:10Z") }, clock)).toBe(
    "Nobody looked 20 Nov 02:00 to 04:10 UTC",
  );
  const due = { from: at("2026-11-22T09:12Z"), to: at("2026-11-22T09:20Z") };
  expect(dueWords(due, clock)).toBe("Next sync by 09:12 UTC, an estimate");
});

test("a piece of a group says how its syncs ended", () => {
  const piece = { from: at("2026-11-22T04:00Z"), to: at("2026-11-22T04:15Z") };
  expect(binWords([0, 12, 2, 0], piece, clock)).toBe("14 syncs ended 04:00 to 04:15 UTC, 2 failed");
  expect(binWords([0, 1, 0, 1], piece, clock)).toBe(
    "2 syncs ended 04:00 to 04:15 UTC, none failed, 1 without an outcome",
  );
});
