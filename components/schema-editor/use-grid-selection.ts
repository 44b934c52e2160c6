"use client";
import { useRef } from "react";
import { below, type RangeStart, ranged, toggled } from "@/components/schema-editor/row-selection";
import { movedNodes, nodeMover } from "@/lib/model/schema/moved-nodes";
import { nodeCount } from "@/lib/model/schema/node-ids";
import type { NodeSet } from "@/lib/model/schema/node-set";
import { nodesBetween, rowOf } from "@/lib/model/schema/row-places";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import type { VisibleRows } from "@/lib/model/schema/visible-rows";

/** Selecting rows one by one, by range from the last one, or all that are shown. */
export function useGridSelection(
  tree: SchemaTree,
  rows: VisibleRows,
  selection: NodeSet,
  onChange: (next: NodeSet) => void,
) {
  const kept = useRef<{ tree: SchemaTree; start: RangeStart } | null>(null);

  const nodesOf = (from: number, to: number) =>
    nodesBetween(tree, rows, Math.min(from, to), Math.max(from, to) + 1);

  const startNow = (): RangeStart | null => {
    if (!kept.current) return null;
    const { tree: from, start } = kept.current;
    if (from === tree) return start;
    return { ...start, node: nodeMover(from, tree)(start.node), base: movedNodes(start.base, from, tree) };
  };

  /** The next range begins here. */
  const begin = (node: number) => {
    kept.current = { tree, start: { node, on: true, base: selection } };
  };

  const toggle = (node: number) => {
    if (node >= nodeCount(tree)) return;
    const next = toggled(selection, node);
    kept.current = { tree, start: next.start };
    onChange(next.selection);
  };

  /** Up to a row, from where a range began, or else from `active`. */
  const rangeTo = (row: number, active: number) => {
    let start = startNow();
    let from = start ? rowOf(tree, rows, start.node) : -1;
    if (!start || from < 0) {
      start = { node: active, on: true, base: selection };
      from = Math.max(0, rowOf(tree, rows, active));
    }
    kept.current = { tree, start };
    onChange(ranged(start, nodesOf(from, row), nodeCount(tree)));
  };

  const all = () => {
    kept.current = null;
    onChange(selection.with(below(nodesOf(0, rows.length - 1), nodeCount(tree))));
  };

  return { begin, toggle, rangeTo, all };
}
