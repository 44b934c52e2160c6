/** Which drawn row uses which elements: by row in order, its key and the number of its elements. */
export interface RowSlots {
  keys: readonly string[];
  slots: readonly number[];
  /** The next number that was never used. */
  next: number;
}

export const NO_SLOTS: RowSlots = { keys: [], slots: [], next: 0 };

/**
 * Gives each row its elements. One that was drawn keeps its own, so that nothing that has the focus is lost; one that
 * is new takes over those of a row that went, if they stand between the same neighbours, so that elements never have
 * to change places: to be moved costs the focus.
 */
export function slotsFor(before: RowSlots, keys: readonly string[]): RowSlots {
  const was = new Map(before.keys.map((key, at) => [key, at]));
  const slots: number[] = [];
  let { next } = before;
  let free = 0;
  for (let at = 0; at < keys.length; at++) {
    const own = was.get(keys[at] ?? "") ?? -1;
    if (own >= free) {
      slots.push(before.slots[own] ?? next++);
      free = own + 1;
      continue;
    }
    const gone = free < nextKept(was, keys, at, free) ? before.slots[free++] : undefined;
    slots.push(gone ?? next++);
  }
  return { keys, slots, next };
}

/** Where the next row that stays stood before; the end where none stays. */
function nextKept(
  was: ReadonlyMap<string, number>,
  keys: readonly string[],
  from: number,
  free: number,
): number {
  for (let at = from; at < keys.length; at++) {
    const own = was.get(keys[at] ?? "") ?? -1;
    if (own >= free) return own;
  }
  return was.size;
}
