import { expect, test } from "vitest";
import { toldByRecord } from "@/lib/sync/history-record";

test("a record becomes a fact, and what nobody knows in it is kept", () => {
  expect(
    toldByRecord({
      sync_id: "a",
      start_time: "2026-01-01T00:00:00Z",
      end_time: "2026-01-01T00:02:00Z",
      status: "SUCCESSFUL",
      volume: { extracted: 3 },
    }),
  ).toEqual({
    kind: "told",
    sync_id: "a",
    source: "history",
    started_at: Date.parse("2026-01-01T00:00:00Z"),
    ended_at: Date.parse("2026-01-01T00:02:00Z"),
    status: "SUCCESSFUL",
    reason: null,
    rest: { volume: { extracted: 3 } },
  });
});

test("other names for the same are understood", () => {
  const told = toldByRecord({ id: "a", sync_start: "2026-01-01T00:00:00Z", sync_status: "IN_PROGRESS" });
  expect(told).toMatchObject({ sync_id: "a", ended_at: null, status: null, rest: null });
});

test("without a name or a time it tells nothing, and secrets do not pass", () => {
  expect(toldByRecord({ start_time: "2026-01-01T00:00:00Z" })).toBeNull();
  expect(toldByRecord({ sync_id: "a", start_time: "soon", end_time: null })).toBeNull();
  const told = toldByRecord({
    sync_id: "a",
    start_time: "2026-01-01T00:00:00Z",
    password: "hunter2",
    reason: "Basic aGVsbG86d29ybGQhIQ==",
  });
  expect(JSON.stringify(told)).not.toMatch(/hunter2|aGVsbG86/);
});
