import type { Stretch } from "@/lib/model/observation";

/** The time that two sets of stretches share. Each set is in order and without overlaps, and so is the result. */
export function shared(one: readonly Stretch[], other: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  let a = 0;
  let b = 0;
  for (let left = one[a], right = other[b]; left && right; left = one[a], right = other[b]) {
    const from = Math.max(left.from, right.from);
    const to = Math.min(left.to, right.to);
    if (from < to) found.push({ from, to });
    if (left.to < right.to) a += 1;
    else b += 1;
  }
  return found;
}

/** The time of `one` that is not in `other`, under the same terms. */
export function without(one: readonly Stretch[], other: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  let next = 0;
  for (const { from, to } of one) {
    let at = from;
    while (next < other.length && (other[next]?.to ?? 0) <= from) next += 1;
    for (let place = next; place < other.length; place += 1) {
      const cut = other[place];
      if (!cut || cut.from >= to) break;
      if (cut.from > at) found.push({ from: at, to: cut.from });
      at = Math.max(at, cut.to);
    }
    if (at < to) found.push({ from: at, to });
  }
  return found;
}

/** How long the stretches are together, in milliseconds. */
export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, to }) => sum + to - from, 0);
}
