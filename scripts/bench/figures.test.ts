import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { fixedText, referenceMs } from "@/scripts/bench/calibration.mjs";
import { figureOf, median } from "@/scripts/bench/figures.mjs";

const samples = (...values: number[]) => values.map((value) => ({ value }));

it("takes the middle of the rounds and their spread", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  const figure = figureOf(
    "proxy",
    "rate",
    { unit: "ratio", goal: 0.2, better: "more" },
    samples(0.2, 0.4, 0.3),
    1,
  );
  expect(figure).toEqual({
    bench: "proxy",
    figure: "rate",
    value: 0.3,
    unit: "ratio",
    peer: null,
    goal: 0.2,
    ok: true,
    rounds: 3,
    spread: 0.6667,
  });
});

it("misses a goal on its wrong side only", () => {
  const less = { unit: "ms", goal: 100 };
  expect(figureOf("b", "f", less, samples(100), 1).ok).toBe(true);
  expect(figureOf("b", "f", less, samples(101), 1).ok).toBe(false);
  expect(figureOf("b", "f", { ...less, better: "more" as const }, samples(99), 1).ok).toBe(false);
});

it("scales absolute goals with the machine, and no others", () => {
  expect(figureOf("b", "f", { unit: "ms", goal: 100, absolute: true }, samples(150), 2)).toMatchObject({
    goal: 200,
    ok: true,
  });
  expect(figureOf("b", "f", { unit: "KB", goal: 100 }, samples(150), 2)).toMatchObject({
    goal: 100,
    ok: false,
  });
});

it("parses the same 10 MB on every machine, against a reference that docs/bench.md names", () => {
  const text = fixedText();
  expect(text.length).toBe(10_000_010);
  expect(createHash("sha256").update(text).digest("hex").slice(0, 16)).toBe("2d20d937e824566e");
  expect(referenceMs()).toBeGreaterThan(0);
});
