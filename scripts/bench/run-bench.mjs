import { Refusal } from "../launch/say.mjs";
import { calibrate, fixedText, referenceMs } from "./calibration.mjs";
import { figureOf, median } from "./figures.mjs";

/**
 * Runs a bench and prints one line of JSON per figure, the calibration first. Answers with the exit code.
 *
 * @param {string} name
 * @param {{
 *   figures: Record<string, { unit: string, goal?: number, better?: "less" | "more", absolute?: boolean }>,
 *   prepare?: (wanted: (figure: string) => boolean) => Promise<any>,
 *   round: (
 *     context: any,
 *     round: number,
 *     wanted: (figure: string) => boolean,
 *   ) => Promise<Record<string, { value: number, peer?: number }>>,
 *   close?: (context: any) => Promise<void>,
 * }} bench `round` measures ours and its peers one after the other, so that both see the same machine; it may leave out
 *   what no figure that is `wanted` needs.
 * @param {number} rounds
 * @param {string} [only] parts of the names of the figures wanted, with commas between
 */
export async function runBench(name, bench, rounds, only = "") {
  const wanted = (figure) => only.split(",").some((part) => figure.includes(part));
  const figures = Object.keys(bench.figures).filter(wanted);
  if (figures.length === 0) throw new Refusal(`${name} has no figure with ${only} in its name.`);
  const text = fixedText();
  const parses = [];
  const samples = Object.fromEntries(figures.map((figure) => [figure, []]));
  const context = await bench.prepare?.(wanted);
  try {
    for (let round = 0; round < rounds; round++) {
      parses.push({ value: calibrate(text) });
      const measured = await bench.round(context, round, wanted);
      for (const [figure, sample] of Object.entries(measured)) samples[figure]?.push(sample);
    }
  } finally {
    await bench.close?.(context);
  }
  const reference = referenceMs();
  const scale = median(parses.map((parse) => parse.value)) / reference;
  const calibration = figureOf(name, "calibration", { unit: "ms" }, parses, 1);
  const lines = [
    { ...calibration, peer: reference },
    ...figures.map((figure) => figureOf(name, figure, bench.figures[figure], samples[figure], scale)),
  ];
  for (const line of lines) console.log(JSON.stringify(line));
  return lines.every((line) => line.ok) ? 0 : 1;
}
