import { calibrate, fixedText, referenceMs } from "./calibration.mjs";
import { figureOf, median } from "./figures.mjs";

/**
 * Runs a bench and prints one line of JSON per figure, the calibration first. Answers with the exit code.
 *
 * @param {string} name
 * @param {{
 *   figures: Record<string, { unit: string, goal?: number, better?: "less" | "more", absolute?: boolean }>,
 *   prepare?: () => Promise<any>,
 *   round: (context: any, round: number) => Promise<Record<string, { value: number, peer?: number }>>,
 *   close?: (context: any) => Promise<void>,
 * }} bench `round` measures ours and its peers one after the other, so that both see the same machine.
 * @param {number} rounds
 */
export async function runBench(name, bench, rounds) {
  const text = fixedText();
  const parses = [];
  const samples = Object.fromEntries(Object.keys(bench.figures).map((figure) => [figure, []]));
  const context = await bench.prepare?.();
  try {
    for (let round = 0; round < rounds; round++) {
      parses.push({ value: calibrate(text) });
      const measured = await bench.round(context, round);
      for (const [figure, sample] of Object.entries(measured)) samples[figure].push(sample);
    }
  } finally {
    await bench.close?.(context);
  }
  const reference = referenceMs();
  const scale = median(parses.map((parse) => parse.value)) / reference;
  const calibration = figureOf(name, "calibration", { unit: "ms" }, parses, 1);
  const lines = [
    { ...calibration, peer: reference },
    ...Object.entries(bench.figures).map(([figure, rule]) =>
      figureOf(name, figure, rule, samples[figure], scale),
    ),
  ];
  for (const line of lines) console.log(JSON.stringify(line));
  return lines.every((line) => line.ok) ? 0 : 1;
}
