import { expect, test } from "vitest";
import {
  ASK_MOST_MS,
  ASK_MOST_PIECES,
  timelineAsk,
  timelineStep,
  wholePieces,
} from "@/lib/model/charts/timeline-step";
import { FLEET_LEAST_MS, panned, windowOf, zoomed } from "@/lib/model/fleet/fleet-window";

const HOUR = 3_600_000;
const NOW = Date.parse("2026-11-22T08:00:00Z");

test("a range that moves along leaves room for what is due, one between two times stands", () => {
  expect(windowOf({ last: "24h" }, NOW)).toEqual({ from: NOW - 24 * HOUR, until: NOW + 3 * HOUR });
  expect(windowOf({ from: NOW - HOUR, until: NOW }, NOW)).toEqual({ from: NOW - HOUR, until: NOW });
});

test("zooming keeps the time under the pointer in its place and stops at both ends", () => {
  const window = { from: NOW - 10 * HOUR, until: NOW };
  expect(zoomed(window, 0.5, 0.25, NOW)).toEqual({ from: NOW - 8.75 * HOUR, until: NOW - 3.75 * HOUR });
  const least = zoomed(window, 1e-9, 0.5, NOW);
  expect(least.until - least.from).toBe(FLEET_LEAST_MS);
  const most = zoomed(window, 1e9, 0.5, NOW);
  for (const width of [180, 700, 1600]) {
    for (const piece of [1.5, 7]) {
      const asked = timelineAsk(most, width / piece);
      expect(asked.until - asked.from).toBeLessThanOrEqual(ASK_MOST_MS);
      expect((asked.until - asked.from) / asked.step).toBeLessThanOrEqual(ASK_MOST_PIECES);
    }
  }
});

test("moving never leaves now more than half a window behind", () => {
  const window = { from: NOW - 10 * HOUR, until: NOW };
  expect(panned(window, -0.5, NOW)).toEqual({ from: NOW - 15 * HOUR, until: NOW - 5 * HOUR });
  expect(panned(window, 7, NOW)).toEqual({ from: NOW - 5 * HOUR, until: NOW + 5 * HOUR });
});

test("pieces are as short as fit, and whole ones cover the window", () => {
  expect(timelineStep(27 * HOUR, 120)).toBe(15 * 60_000);
  expect(timelineStep(90 * 24 * HOUR, 10)).toBe(24 * HOUR);
  expect(wholePieces({ from: NOW - 1, until: NOW + 1 }, HOUR, 4)).toEqual({
    from: NOW - 4 * HOUR,
    until: NOW + 4 * HOUR,
  });
});
