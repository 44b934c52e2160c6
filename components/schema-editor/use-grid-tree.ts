"use client";
import { useLayoutEffect, useMemo, useRef } from "react";
import type { SchemaGridProps } from "@/components/schema-editor/schema-grid";
import { useSearchFolds } from "@/components/schema-editor/use-search-folds";
import { canRead } from "@/lib/model/schema/can-read";
import { movedFound } from "@/lib/model/schema/found";
import { nodeMover } from "@/lib/model/schema/moved-nodes";
import { columnNode, nodeCount, tableNode } from "@/lib/model/schema/node-ids";
import { levelOf, parentNode } from "@/lib/model/schema/node-levels";
import { nodeOfRow, notedTable, parentRow, rowOf } from "@/lib/model/schema/row-places";
import { isComplete, tablesOf } from "@/lib/model/schema/schema-tree";
import { hasChildren, lacksColumns, visibleRows } from "@/lib/model/schema/visible-rows";

type Needs = Pick<
  SchemaGridProps,
  "editor" | "found" | "search" | "expanded" | "onExpandedChange" | "onLoadColumns" | "columnLoads"
>;

/** How far above a row that went the row is looked for that takes its place at the top. */
const NEARBY = 40;

/** What is open, and so which rows there are; the folds of a search are its own and leave the tree's alone. */
export function useGridTree(props: Needs) {
  const { expanded, onExpandedChange } = props;
  const { tree } = props.editor;
  // Matches that were found before the tree changed stand until it is searched anew.
  const found = useMemo(() => props.found && movedFound(props.found, tree), [props.found, tree]);
  const [folds, setFolds] = useSearchFolds(found ? (props.search ?? "") : null, tree);
  const rows = useMemo(
    () => (found ? visibleRows(tree, folds.open, found, folds.closed) : visibleRows(tree, expanded)),
    [tree, found, expanded, folds],
  );

  const before = useRef({ tree, rows });
  const follow = useMemo(() => {
    const was = before.current;
    if (was.rows === rows) return (row: number) => row;
    const move = was.tree === tree ? (node: number) => node : nodeMover(was.tree, tree);
    return (row: number) => {
      for (let at = row; at >= 0 && at > row - NEARBY; at--) {
        const node = nodeOfRow(was.tree, was.rows, at);
        const moved = node < 0 || node >= nodeCount(was.tree) ? -1 : rowOf(tree, rows, move(node));
        if (moved >= 0) return moved + (row === at ? 0 : 1);
      }
      return 0;
    };
  }, [tree, rows]);
  useLayoutEffect(() => {
    before.current = { tree, rows };
  }, [tree, rows]);

  const load = (node: number) => {
    if (levelOf(tree, node) !== 2) return;
    const table = node - tableNode(tree, 0);
    const asked = props.columnLoads.get(table)?.state === "loading" || !canRead(tree, table);
    if (!asked && lacksColumns(tree, table) && !isComplete(tree, table)) props.onLoadColumns(table);
  };

  const setOpen = (node: number, open: boolean) => {
    if (node < 0 || node >= nodeCount(tree) || !hasChildren(tree, node)) return;
    if (!found) onExpandedChange(open ? expanded.with([node]) : expanded.without([node]));
    else if (open && folds.closed.has(node)) setFolds({ ...folds, closed: folds.closed.without([node]) });
    else if (open) setFolds({ ...folds, open: folds.open.with([node]) });
    else if (folds.open.has(node)) setFolds({ ...folds, open: folds.open.without([node]) });
    else setFolds({ ...folds, closed: folds.closed.with([node]) });
    if (open && !(found && folds.closed.has(node))) load(node);
  };

  const openAll = (nodes: readonly number[]) => {
    if (!found) onExpandedChange(expanded.with(nodes));
    else setFolds({ open: folds.open.with(nodes), closed: folds.closed.without(nodes) });
  };

  const openSiblings = (node: number) => {
    if (node < 0 || node >= nodeCount(tree)) return;
    const level = levelOf(tree, node);
    if (level === 3) return;
    const first = tableNode(tree, 0);
    const [from, to] = tablesOf(tree, parentNode(tree, node));
    const siblings =
      level === 1
        ? Array.from(rows.schemas)
        : Array.from(
            rows.tables.filter((table) => table >= from && table < to),
            (table) => first + table,
          );
    openAll(siblings.filter((sibling) => hasChildren(tree, sibling)));
  };

  return {
    rows,
    follow,
    setOpen,
    openSiblings,
    /** Opens what is above a node. */
    openAbove: (node: number) => {
      const above: number[] = [];
      for (let up = parentNode(tree, node); up >= 0; up = parentNode(tree, up)) above.push(up);
      openAll(above);
    },
    parentOf: (row: number) => parentRow(tree, rows, row),
    /** Null where there is nothing below the row. */
    openOf: (row: number): boolean | null => {
      const node = nodeOfRow(tree, rows, row);
      if (node < 0 || node >= columnNode(tree, 0) || !hasChildren(tree, node)) return null;
      return rows.open[node] === 1;
    },
    /** By names: they stay with a row when another tree arrives, in which nodes and labels have other numbers. */
    keyOf: (row: number): string => {
      const node = nodeOfRow(tree, rows, row);
      const noted = notedTable(tree, node);
      const path = JSON.stringify(props.editor.pathOf(noted < 0 ? node : tableNode(tree, noted)));
      return noted < 0 ? path : `line ${path}`;
    },
  };
}
