import { expect, test } from "vitest";
import { rulerMarks } from "@/lib/model/charts/ruler-marks";

const at = (text: string) => Date.parse(text);
const NOW = at("2026-10-26T08:00:00Z");
const words = (from: string, until: string, zone: string, most: number) =>
  rulerMarks(at(from), at(until), zone, most, NOW).map(({ text }) => text);

test("whole hours of the zone's clock, midnights by their day", () => {
  expect(words("2026-10-23T21:30Z", "2026-10-24T03:30Z", "utc", 6)).toEqual([
    "22:00",
    "23:00",
    "24 Oct",
    "01:00",
    "02:00",
    "03:00",
  ]);
  expect(words("2026-10-24T17:00Z", "2026-10-24T20:00Z", "Asia/Kolkata", 6)).toEqual([
    "22:30",
    "23:00",
    "23:30",
    "25 Oct",
    "00:30",
    "01:00",
  ]);
});

test("on the day with 25 hours the marks after it stand at midnight again", () => {
  expect(words("2026-10-24T22:00Z", "2026-10-26T12:00Z", "Europe/Berlin", 8)).toEqual([
    "25 Oct",
    "05:00",
    "11:00",
    "17:00",
    "26 Oct",
    "06:00",
    "12:00",
  ]);
});

test("a long range has a mark every so many days", () => {
  expect(words("2026-09-26T00:00Z", "2026-10-26T00:00Z", "utc", 6)).toEqual([
    "1 Oct",
    "8 Oct",
    "15 Oct",
    "22 Oct",
  ]);
});
