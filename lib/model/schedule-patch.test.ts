import { expect, test } from "vitest";
import { schedulePatch } from "@/lib/model/schedule-patch";

const before = { schedule_type: "auto", sync_frequency: "60", daily_sync_time: "" };

test("only what was touched is sent", () => {
  expect(schedulePatch(before, before)).toEqual({});
  expect(schedulePatch(before, { ...before, schedule_type: "manual" })).toEqual({ schedule_type: "manual" });
  expect(schedulePatch(before, { ...before, sync_frequency: "15" })).toEqual({ sync_frequency: 15 });
});

test("a daily time goes along only with a frequency of 1440 minutes", () => {
  expect(schedulePatch(before, { ...before, daily_sync_time: "03:00" })).toEqual({});
  const daily = { ...before, sync_frequency: "1440", daily_sync_time: "03:00" };
  expect(schedulePatch(before, daily)).toEqual({ sync_frequency: 1440, daily_sync_time: "03:00" });
  expect(schedulePatch(daily, { ...daily, daily_sync_time: "04:00" })).toEqual({ daily_sync_time: "04:00" });
});
