"use client";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { focusSpot, nodeAt, rowElement } from "@/components/schema-editor/grid-focus";
import { nodeMover } from "@/lib/model/schema/moved-nodes";
import { nodeCount } from "@/lib/model/schema/node-ids";
import { nodeOfRow, rowOf } from "@/lib/model/schema/row-places";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import type { VisibleRows } from "@/lib/model/schema/visible-rows";

/**
 * The row with the keyboard, where Tab enters the grid. It follows its names when the tree changes; when the focused
 * row itself goes, the focus stays at its place rather than being lost.
 */
export function useGridActive(tree: SchemaTree, rows: VisibleRows, body: RefObject<HTMLElement | null>) {
  const [kept, setKept] = useState({ tree, node: -1 });
  let wanted = kept.node;
  if (kept.tree !== tree) {
    wanted = kept.node < 0 || kept.node >= nodeCount(kept.tree) ? -1 : nodeMover(kept.tree, tree)(kept.node);
    setKept({ tree, node: wanted });
  }
  const found = rowOf(tree, rows, wanted);
  const last = useRef<{ element: Element; row: number } | null>(null);
  const row = found >= 0 ? found : Math.min(Math.max(0, last.current?.row ?? 0), rows.length - 1);

  const shown = useRef(row);
  // Later than the layout effects, which still ask for the row that was.
  useEffect(() => {
    shown.current = row;
    if (last.current && found >= 0) last.current.row = found;
  });

  const node = nodeOfRow(tree, rows, row);
  useLayoutEffect(() => {
    const lost = last.current;
    const focus = document.activeElement;
    // The focused row is gone from the page, or its elements show another row by now.
    const gone = lost && !lost.element.isConnected && focus === document.body;
    const other = body.current?.contains(focus) && nodeAt(focus) !== node;
    if (!gone && !other) return;
    last.current = null;
    queueMicrotask(() => {
      const element = rowElement(body.current, node);
      if (element) focusSpot(element, -1);
    });
  });

  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return;
    const onIn = (event: FocusEvent) => {
      if (event.target instanceof Element) last.current = { element: event.target, row: shown.current };
    };
    const onOut = (event: FocusEvent) => {
      const left = event.target as Element;
      if (left.getAttribute("role") === "gridcell") left.removeAttribute("tabindex");
      // A row that is taken out of the page is no longer connected by then; it was not left by anyone.
      queueMicrotask(() => {
        if (left.isConnected && last.current?.element === left) last.current = null;
      });
    };
    element.addEventListener("focusin", onIn);
    element.addEventListener("focusout", onOut);
    return () => {
      element.removeEventListener("focusin", onIn);
      element.removeEventListener("focusout", onOut);
    };
  }, [body]);

  /** The row of what has the focus, before rows changed; -1 where the grid does not have it. */
  const focused = useCallback(
    () => (body.current?.contains(document.activeElement) ? (last.current?.row ?? -1) : -1),
    [body],
  );

  return {
    focused,
    node,
    row,
    setNode: (next: number) =>
      setKept((was) => (was.node === next && was.tree === tree ? was : { tree, node: next })),
  };
}
