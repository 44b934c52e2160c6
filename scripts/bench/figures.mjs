/** The middle of some numbers. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** The value that so large a part of the values does not exceed. */
export function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
}

const rounded = (value) => (value === null ? null : Number(value.toPrecision(4)));

/**
 * One figure as it is printed.
 *
 * @param {string} bench
 * @param {string} figure
 * @param {{ unit: string, goal?: number, better?: "less" | "more", absolute?: boolean }} rule
 *   `absolute`: the goal depends on the machine and grows with `scale`.
 * @param {{ value: number, peer?: number }[]} samples one per round
 * @param {number} scale this machine's calibration over the reference
 */
export function figureOf(bench, figure, rule, samples, scale) {
  const values = samples.map((sample) => sample.value);
  const peers = samples.flatMap((sample) => (sample.peer === undefined ? [] : [sample.peer]));
  const value = median(values);
  const goal = rule.goal === undefined ? null : rule.goal * (rule.absolute ? scale : 1);
  const met = goal === null || (rule.better === "more" ? value >= goal : value <= goal);
  return {
    bench,
    figure,
    value: rounded(value),
    unit: rule.unit,
    peer: peers.length > 0 ? rounded(median(peers)) : null,
    goal: rounded(goal),
    ok: met,
    rounds: values.length,
    spread: value === 0 ? 0 : rounded((Math.max(...values) - Math.min(...values)) / value),
  };
}
