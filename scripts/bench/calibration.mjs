import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

const BYTES = 10_000_000;

/** About 10 MB of JSON, the same on every machine and in every run. */
export function fixedText() {
  const rows = [];
  let length = 2;
  let seed = 42;
  while (length < BYTES) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    const row = JSON.stringify({
      id: `connection_${seed}`,
      enabled: seed % 3 === 0,
      columns: [seed % 97, seed % 89, seed / 7],
      name_in_destination: `table_${seed % 10_007}`,
      patch: { allowed: seed % 2 === 0, reason: null },
    });
    rows.push(row);
    length += row.length + 1;
  }
  return `[${rows.join(",")}]`;
}

/** Milliseconds that the reference machine takes, from docs/bench.md. */
export function referenceMs(
  document = readFileSync(new URL("../../docs/bench.md", import.meta.url), "utf8"),
) {
  const found = /^Reference calibration: ([\d.]+) ms$/m.exec(document);
  if (!found) throw new Error("docs/bench.md names no reference calibration.");
  return Number(found[1]);
}

/** Milliseconds of one parse: the best of five, as anything else is this machine's other work. */
export function calibrate(text) {
  let best = Number.POSITIVE_INFINITY;
  for (let index = 0; index < 5; index++) {
    const began = performance.now();
    JSON.parse(text);
    best = Math.min(best, performance.now() - began);
  }
  return best;
}
