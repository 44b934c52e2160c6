import type { NodeSet } from "@/lib/model/schema/node-set";

/** Where a range begins: the row last selected or unselected by itself, and what was selected then. */
export interface RangeStart {
  node: number;
  on: boolean;
  base: NodeSet;
}

/** Selects one row or takes it out. */
export function toggled(selection: NodeSet, node: number): { selection: NodeSet; start: RangeStart } {
  const on = !selection.has(node);
  const next = on ? selection.with([node]) : selection.without([node]);
  return { selection: next, start: { node, on, base: next } };
}

/**
 * All rows of a range do as the first of them did; a range that is drawn anew replaces the one before. Lines that are no nodes (numbers from `limit` on) are never selected.
 */
export function ranged(start: RangeStart, nodes: Uint32Array, limit: number): NodeSet {
  const range = below(nodes, limit);
  return start.on ? start.base.with(range) : start.base.without(range);
}

/** The numbers below `limit`. */
export function below(nodes: Uint32Array, limit: number): Uint32Array {
  const kept = new Uint32Array(nodes.length);
  let count = 0;
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] ?? 0;
    if (node < limit) kept[count++] = node;
  }
  return kept.subarray(0, count);
}
