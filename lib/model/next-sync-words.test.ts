import { expect, test } from "vitest";
import { nextSyncWords } from "@/lib/model/next-sync-words";

const now = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;

test.each([
  [{ kind: "by", at: now + 34 * MINUTE }, "within 34 min"],
  [{ kind: "by", at: now + 319 * MINUTE }, "within 5 h 19 m"],
  [{ kind: "by", at: now - 5 * MINUTE }, "due 5 min ago"],
  [{ kind: "by", at: now }, "due now"],
  [{ kind: "rescheduled", at: now + MINUTE, retried: true }, "rescheduled, 12:01"],
  [{ kind: "rescheduled", at: null, retried: true }, "rescheduled"],
  [{ kind: "rescheduled", at: now, retried: false }, "not retried"],
  [{ kind: "daily", time: "03:00" }, "daily, 03:00"],
  [{ kind: "manual" }, "manual"],
  [{ kind: "first" }, "not known"],
] as const)("%j is %s", (next, short) => {
  expect(nextSyncWords(next, now, "0").short).toBe(short);
});

test("a daily time in a zone of its own is given in both readings", () => {
  expect(nextSyncWords({ kind: "daily", time: "03:00" }, now, "-8").long).toContain(
    "03:00 UTC (19:00 UTC-8) or 03:00 UTC-8 (11:00 UTC)",
  );
  expect(nextSyncWords({ kind: "daily", time: "03:00" }, now, "0").long).toContain("at 03:00 UTC.");
  expect(nextSyncWords({ kind: "daily", time: "03:00" }, now, null).long).toContain(
    "or the destination's own time",
  );
});
