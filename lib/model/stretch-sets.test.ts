import fc from "fast-check";
import { expect, it } from "vitest";
import { rounds } from "@/lib/env";
import type { Stretch } from "@/lib/model/observation";
import { lengthOf, shared, without } from "@/lib/model/stretch-sets";

const WIDTH = 40;

/** Stretches in order, drawn from the moments that are in them. */
const set = fc.array(fc.boolean(), { minLength: WIDTH, maxLength: WIDTH }).map((moments) => ({
  moments,
  stretches: stretchesOf(moments),
}));

function stretchesOf(moments: readonly boolean[]): Stretch[] {
  const found: Stretch[] = [];
  moments.forEach((inside, at) => {
    const last = found.at(-1);
    if (!inside) return;
    if (last?.to === at) last.to = at + 1;
    else found.push({ from: at, to: at + 1 });
  });
  return found;
}

it("shares and takes away as sets of moments do", () => {
  fc.assert(
    fc.property(set, set, (one, other) => {
      const both = one.moments.map((inside, at) => inside && other.moments[at] === true);
      const only = one.moments.map((inside, at) => inside && other.moments[at] !== true);
      expect(shared(one.stretches, other.stretches)).toEqual(stretchesOf(both));
      expect(without(one.stretches, other.stretches)).toEqual(stretchesOf(only));
      expect(lengthOf(one.stretches)).toBe(one.moments.filter(Boolean).length);
    }),
    { seed: 1, numRuns: rounds(300, 20_000) },
  );
});

it("takes one long stretch out of many, and many out of one", () => {
  expect(
    without(
      [{ from: 0, to: 10 }],
      [
        { from: 2, to: 3 },
        { from: 3, to: 4 },
        { from: 9, to: 30 },
      ],
    ),
  ).toEqual([
    { from: 0, to: 2 },
    { from: 4, to: 9 },
  ]);
  expect(
    shared(
      [
        { from: 0, to: 4 },
        { from: 6, to: 9 },
      ],
      [{ from: 3, to: 7 }],
    ),
  ).toEqual([
    { from: 3, to: 4 },
    { from: 6, to: 7 },
  ]);
});
