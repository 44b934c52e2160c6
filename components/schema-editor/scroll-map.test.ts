import { describe, expect, test } from "vitest";
import {
  isStuck,
  offsetFor,
  scrolled,
  scrollMap,
  settled,
  TALLEST,
  toPhysical,
  toVirtual,
  virtualOf,
} from "@/components/schema-editor/scroll-map";

const VIEW = 600;
const FAR = 2_400;
const large = scrollMap(28_000_000, VIEW);
const small = scrollMap(100_000, VIEW);

describe("a range that fits", () => {
  test("is scrolled as any element", () => {
    expect(small.height).toBe(100_000);
    expect(toVirtual(small, 54_321)).toBe(54_321);
    expect(toPhysical(small, 54_321)).toBe(54_321);
    expect(scrolled(small, { physical: 0, shift: 0 }, 90_000, FAR)).toEqual({ physical: 90_000, shift: 0 });
  });

  test("that is shorter than the view has nowhere to go", () => {
    const none = scrollMap(56, VIEW);
    expect(settled(none, 500)).toEqual({ physical: 0, shift: 0 });
  });
});

describe("a range of a million rows", () => {
  test("is never laid out taller than an element may be", () => {
    expect(large.height).toBe(TALLEST);
  });

  test("spans all rows, rising, and ends where they end", () => {
    expect(toVirtual(large, 0)).toBe(0);
    expect(toVirtual(large, large.physicalEnd)).toBe(large.virtualEnd);
    let before = -1;
    for (let physical = 0; physical <= large.physicalEnd; physical += 997) {
      const virtual = toVirtual(large, physical);
      expect(virtual).toBeGreaterThan(before);
      expect(Math.abs(toPhysical(large, virtual) - physical)).toBeLessThanOrEqual(1);
      before = virtual;
    }
  });

  test("moves by the pixel under a wheel wherever it stands", () => {
    for (const virtual of [0, 50_000, 13_999_700, large.virtualEnd - 40_000]) {
      let place = settled(large, virtual);
      for (let turn = 1; turn <= 50; turn++) {
        place = scrolled(large, place, place.physical + 120, FAR);
        expect(virtualOf(place)).toBe(virtual + turn * 120);
      }
    }
  });

  test("follows the thumb in proportion", () => {
    const place = scrolled(large, settled(large, 0), large.physicalEnd / 2, FAR);
    expect(virtualOf(place)).toBeCloseTo(large.virtualEnd / 2, -2);
  });

  test("reaches both ends exactly, wheeled from wherever it was put right last", () => {
    let place = settled(large, large.virtualEnd - 90_000);
    for (let turn = 0; turn < 751; turn++)
      place = scrolled(large, place, Math.min(large.physicalEnd, place.physical + 120), FAR);
    expect(virtualOf(place)).toBe(large.virtualEnd);
    expect(isStuck(large, place)).toBe(false);
  });

  test("is never scrolled past an end, and says when its scrollbar ends first", () => {
    const drifted = { physical: 1_000, shift: 20_000_000 };
    const top = scrolled(large, drifted, 0, FAR);
    expect(virtualOf(top)).toBe(20_000_000);
    expect(isStuck(large, top)).toBe(true);
    const low = scrolled(large, { physical: 2_000, shift: -1_500 }, 400, FAR);
    expect(virtualOf(low)).toBe(0);
  });
});

describe("a row", () => {
  test("is brought into sight with the least movement", () => {
    expect(offsetFor(100, 28, VIEW, 5_000)).toBe(2_800);
    expect(offsetFor(100, 28, VIEW, 2_500)).toBe(2_500);
    expect(offsetFor(100, 28, VIEW, 0)).toBe(2_800 + 28 - VIEW);
  });
});
