import { describe, expect, test } from "vitest";
import { Quota } from "@/lib/fivetran/quota";
import { RollingWindow } from "@/lib/fivetran/rolling-window";

const start = 1_000_000_000;
const HOUR = 3_600_000;

test("a rolling window counts what is younger than its span and says when there is room", () => {
  const window = new RollingWindow(100);
  for (const at of [0, 10, 20]) window.add(at);
  expect(window.count(50)).toBe(3);
  expect(window.below(3, 50)).toBe(100);
  expect(window.below(2, 50)).toBe(110);
  expect(window.below(4, 50)).toBe(50);
  expect(window.count(110)).toBe(1);
});

test("a rolling window stays right over many entries", () => {
  const window = new RollingWindow(1000);
  for (let at = 0; at < 10_000; at++) window.add(at);
  expect(window.count(9999)).toBe(1000);
  expect(window.below(1000, 9999)).toBe(10_000);
});

describe("the quota", () => {
  const learned = (limit: number, remaining: number) => {
    const quota = new Quota();
    quota.learn(String(limit), String(remaining), start, 0);
    return quota;
  };

  test("lets calls go while nothing is known", () => {
    expect(new Quota().readyAt("all", "poller", start)).toBe(start);
  });

  test("stops the poller where the reserve for people begins", () => {
    expect(learned(20_000, 2001).readyAt("all", "poller", start)).toBe(start);
    expect(learned(20_000, 2000).readyAt("all", "poller", start)).toBeGreaterThan(start);
    expect(learned(20_000, 2000).readyAt("all", "person", start)).toBe(start);
  });

  test("stops jobs there too, and leaves people a fifth of what a source may be asked", () => {
    expect(learned(20_000, 2000).readyAt("all", "job", start)).toBeGreaterThan(start);
    const quota = learned(20_000, 20_000);
    for (let n = 0; n < 399; n++) quota.take("source", "job", start);
    expect(quota.readyAt("source", "job", start)).toBe(start);
    quota.take("source", "job", start);
    expect(quota.readyAt("source", "job", start)).toBe(start + 60_000);
    expect(quota.readyAt("source", "person", start)).toBe(start);
  });

  test("spaces people's calls out when little is left, before the limit is hit", () => {
    const quota = learned(500, 8);
    quota.take("all", "person", start);
    expect(quota.readyAt("all", "person", start)).toBe(start + 2000);
  });

  test("counts the calls that left since the last answer against what it said was left", () => {
    const quota = learned(500, 3);
    for (let n = 0; n < 3; n++) quota.take("all", "person", start);
    expect(quota.readyAt("all", "person", start)).toBe(start + 10_000);
  });

  test("forgets what it knew after an hour", () => {
    const quota = learned(500, 0);
    expect(quota.readyAt("all", "person", start + HOUR + 1)).toBe(start + HOUR + 1);
  });

  test("takes the headers of the call that left last, in whatever order answers come", () => {
    const quota = learned(500, 100);
    quota.learn("500", "101", start - 5, 0);
    expect(quota.remaining).toBe(100);
    quota.learn("500", "99", start + 5, 0);
    expect(quota.remaining).toBe(99);
  });

  test("keeps what it knew when a header is missing or no number", () => {
    const quota = learned(500, 100);
    quota.learn("500", undefined, start + 5, 0);
    quota.learn("many", "1", start + 6, 0);
    expect([quota.limit, quota.remaining]).toEqual([500, 100]);
  });

  test.each([
    [500, 25],
    [20_000, 500],
  ])("with %i calls an hour allows %i calls to a source in a minute", (limit, most) => {
    const quota = learned(limit, limit);
    for (let n = 0; n < most - 1; n++) quota.take("source", "person", start);
    expect(quota.readyAt("source", "person", start)).toBe(start);
    quota.take("setup-test", "person", start);
    expect(quota.readyAt("source", "person", start)).toBe(start + 60_000);
    expect(quota.readyAt("all", "person", start)).toBe(start);
  });

  test("allows fifty setup tests an hour on a trial", () => {
    const quota = learned(500, 500);
    for (let n = 0; n < 50; n++) quota.take("setup-test", "person", start + n * 60_000);
    expect(quota.readyAt("setup-test", "person", start + 50 * 60_000)).toBe(start + HOUR);
  });
});
