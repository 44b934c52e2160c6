import { expect, test } from "vitest";
import { nextSync } from "@/lib/model/next-sync";

const row = {
  paused: false,
  setup_state: "connected",
  sync_state: "scheduled",
  schedule_type: "auto",
  sync_frequency: 60,
  daily_sync_time: null,
  succeeded_at: 1_000_000,
  failed_at: null,
  rescheduled_for: null,
};

test("an automatic schedule names the latest start, one frequency after the last end", () => {
  expect(nextSync(row)).toEqual({ kind: "by", at: 1_000_000 + 3_600_000 });
  expect(nextSync({ ...row, failed_at: 2_000_000 })).toEqual({ kind: "by", at: 2_000_000 + 3_600_000 });
});

test("a rescheduled sync on a manual schedule is not retried by anyone", () => {
  const waiting = { ...row, sync_state: "rescheduled", rescheduled_for: 5 };
  expect(nextSync(waiting)).toEqual({ kind: "rescheduled", at: 5, retried: true });
  expect(nextSync({ ...waiting, schedule_type: "manual" })).toEqual({
    kind: "rescheduled",
    at: 5,
    retried: false,
  });
});

test("a daily time counts only at a frequency of 1440 minutes", () => {
  expect(nextSync({ ...row, daily_sync_time: "03:00" }).kind).toBe("by");
  expect(nextSync({ ...row, daily_sync_time: "03:00", sync_frequency: 1440 })).toEqual({
    kind: "daily",
    time: "03:00",
  });
});

test("paused, running, unfinished, manual and never synced are said as such", () => {
  expect(nextSync({ ...row, paused: true }).kind).toBe("paused");
  expect(nextSync({ ...row, sync_state: "syncing" }).kind).toBe("running");
  expect(nextSync({ ...row, setup_state: "incomplete" }).kind).toBe("not_set_up");
  expect(nextSync({ ...row, schedule_type: "manual" }).kind).toBe("manual");
  expect(nextSync({ ...row, succeeded_at: null }).kind).toBe("first");
});
