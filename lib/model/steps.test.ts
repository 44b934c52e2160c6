import { expect, test } from "vitest";
import { atOnce, inTurns, piecesInTurns, type Steps, stepsFor } from "@/lib/model/steps";

function* counting(to: number, seen: number[] = []): Steps<string> {
  for (let at = 0; at < to; at++) {
    seen.push(at);
    yield;
  }
  return `counted to ${to}`;
}

test("work comes to the same at once, in turns and by pieces", async () => {
  expect(atOnce(counting(5))).toBe("counted to 5");
  expect(await inTurns(counting(5))).toBe("counted to 5");
  const seen: number[] = [];
  const steps = counting(2, seen);
  expect(stepsFor(steps, 0)).toBeNull();
  expect(seen).toEqual([0]);
  expect(stepsFor(steps, 0)).toBeNull();
  expect(stepsFor(steps, 0)).toEqual({ value: "counted to 2" });
});

test("between turns everything else goes on", async () => {
  let others = 0;
  function* slow(): Steps<number> {
    for (let at = 0; at < 3; at++) {
      const until = performance.now() + 11;
      while (performance.now() < until);
      yield;
    }
    return others;
  }
  const timer = setInterval(() => {
    others += 1;
  });
  expect(await inTurns(slow())).toBeGreaterThan(0);
  clearInterval(timer);
});

test("what the work throws comes out", async () => {
  // biome-ignore lint/correctness/useYield: it fails at its first step
  function* failing(): Steps<never> {
    throw new Error("no");
  }
  await expect(inTurns(failing())).rejects.toThrow("no");
});

test("between pieces that are all at hand everything else goes on", async () => {
  async function* atHand() {
    for (let at = 0; at < 4; at++) yield at;
  }
  let others = 0;
  const timer = setInterval(() => {
    others += 1;
  });
  const seen: number[] = [];
  for await (const piece of piecesInTurns(atHand())) {
    const until = performance.now() + 6;
    while (performance.now() < until);
    seen.push(piece);
  }
  clearInterval(timer);
  expect(seen).toEqual([0, 1, 2, 3]);
  expect(others).toBeGreaterThan(1);
});
