import { expect, test } from "vitest";
import { dailyTimeReadings, offsetHours, zoneName } from "@/lib/model/daily-time";

test("both readings of a daily time are given, across midnight too", () => {
  expect(dailyTimeReadings("03:00", "-8")).toEqual({ zone: "UTC-8", as_utc: "19:00", as_local: "11:00" });
  expect(dailyTimeReadings("22:00", "+5")).toEqual({ zone: "UTC+5", as_utc: "03:00", as_local: "17:00" });
});

test("there is nothing to tell apart at UTC or with an unknown offset", () => {
  expect(dailyTimeReadings("03:00", "0")).toBeNull();
  expect(dailyTimeReadings("03:00", null)).toBeNull();
  expect(offsetHours("Europe/Paris")).toBeNull();
  expect(zoneName(0)).toBe("UTC");
});
