import { expect, test } from "vitest";
import {
  clockIn,
  dayIn,
  dayStartIn,
  fieldTimeIn,
  isZone,
  midnightsIn,
  momentIn,
  timeOfField,
} from "@/lib/model/zone";

const BERLIN = "Europe/Berlin";
const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);

test("the same moment reads as each zone has it", () => {
  const moment = at("2026-07-01T22:31:00Z");
  expect(momentIn(moment, "utc", moment)).toBe("1 Jul 22:31 UTC");
  expect(momentIn(moment, BERLIN, moment)).toBe("2 Jul 00:31 UTC+2");
  expect(clockIn(moment, "America/New_York")).toBe("18:31");
  expect(dayIn(moment, BERLIN, at("2027-01-01T12:00:00Z"))).toBe("2 Jul 2026");
});

test("only what can be read in is a zone", () => {
  expect(["utc", "browser", BERLIN].every(isZone)).toBe(true);
  expect(isZone("Middle/Earth")).toBe(false);
});

test("the night on which clocks go back has 25 hours, the one on which they go forward 23", () => {
  const autumn = midnightsIn(at("2026-10-24T12:00:00Z"), at("2026-10-26T12:00:00Z"), BERLIN);
  expect(autumn.map((it) => new Date(it).toISOString())).toEqual([
    "2026-10-24T22:00:00.000Z",
    "2026-10-25T23:00:00.000Z",
  ]);
  const [from = 0, to = 0] = midnightsIn(at("2026-03-28T12:00:00Z"), at("2026-03-30T12:00:00Z"), BERLIN);
  expect(to - from).toBe(23 * HOUR);
});

test("what a field holds is that zone's time; an hour that comes twice is the first, one left out the next", () => {
  expect(timeOfField("2026-07-01T00:31", BERLIN)).toBe(at("2026-06-30T22:31:00Z"));
  expect(timeOfField("2026-10-25T02:30", BERLIN)).toBe(at("2026-10-25T00:30:00Z"));
  expect(timeOfField("2026-03-29T02:30", BERLIN)).toBe(at("2026-03-29T01:30:00Z"));
  expect(timeOfField("", BERLIN)).toBeNull();
  const moment = at("2026-11-22T04:31:00Z");
  for (const zone of ["utc", BERLIN, "Asia/Kathmandu", "America/St_Johns"]) {
    expect(timeOfField(fieldTimeIn(moment, zone), zone)).toBe(moment);
    expect(clockIn(dayStartIn(moment, zone), zone)).toBe("00:00");
  }
});
