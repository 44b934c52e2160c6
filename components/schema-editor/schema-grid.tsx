"use client";
import {
  type FocusEvent,
  type MouseEvent,
  memo,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { ColumnLoads } from "@/components/schema-editor/column-load";
import { FullName } from "@/components/schema-editor/full-name";
import { GRID_COLUMNS, ROW_HEIGHT } from "@/components/schema-editor/grid-columns";
import { toggleHash, toggleKey, toggleSync } from "@/components/schema-editor/grid-edits";
import { focusSpot, nodeAt, rowElement } from "@/components/schema-editor/grid-focus";
import { GridHead } from "@/components/schema-editor/grid-head";
import { GridRow } from "@/components/schema-editor/grid-row";
import { loadModeMenu, ModeMenu } from "@/components/schema-editor/mode-menu";
import { nameOf } from "@/components/schema-editor/row-facts";
import type { PersonalLook } from "@/components/schema-editor/row-note";
import { useGridActive } from "@/components/schema-editor/use-grid-active";
import { useGridKeys } from "@/components/schema-editor/use-grid-keys";
import { useGridSelection } from "@/components/schema-editor/use-grid-selection";
import { useGridTree } from "@/components/schema-editor/use-grid-tree";
import { useRowActs } from "@/components/schema-editor/use-row-acts";
import { useRowSlots } from "@/components/schema-editor/use-row-slots";
import { useRowWindow } from "@/components/schema-editor/use-row-window";
import { cx } from "@/components/ui/cx";
import { useMeasuredHeight } from "@/components/ui/use-measured-height";
import type { Found } from "@/lib/model/schema/found";
import { nodeCount } from "@/lib/model/schema/node-ids";
import type { NodeSet } from "@/lib/model/schema/node-set";
import { nodeOfRow, rowOf } from "@/lib/model/schema/row-places";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";

const HEAD_HEIGHT = 30;

export interface SchemaGridHandle {
  /** Puts the keyboard on the first row. */
  focusFirst: () => void;
  /** Opens what is above a node and puts the keyboard on it. */
  focusNode: (node: number) => void;
}

export interface SchemaGridProps {
  editor: SchemaEditor;
  /** What a search or a filter found; null for the whole tree. */
  found: Found | null;
  /** What was searched for; what is folded among matches is kept as long as this stays. */
  search: string | null;
  /** What a column's name is taken for; a stable function. */
  personalOf: (node: number) => PersonalLook | null;
  /** Open schemas and tables; `useNodeSet` keeps it. */
  expanded: NodeSet;
  onExpandedChange: (next: NodeSet) => void;
  selection: NodeSet;
  onSelectionChange: (next: NodeSet) => void;
  /** Asked when a table whose columns are not complete is opened, and by "Try again"; by table place. */
  onLoadColumns: (table: number) => void;
  columnLoads: ColumnLoads;
  /** Whether the connector lets primary keys be chosen. */
  canEditKeys: boolean;
  handle?: Ref<SchemaGridHandle>;
  /** Height of the box: it scrolls inside. */
  className?: string;
}

/** Schemas, tables and columns as a treegrid that draws only what is in sight; it scrolls in a box of its own. */
export const SchemaGrid = memo(function SchemaGrid(props: SchemaGridProps) {
  const { editor, personalOf, selection, columnLoads, canEditKeys } = props;
  useSyncExternalStore(editor.subscribe, editor.getVersion, editor.getVersion);
  const { tree } = editor;
  const box = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [probe, rowHeight] = useMeasuredHeight<HTMLDivElement>(28);
  const [menu, setMenu] = useState<{ node: number; button: HTMLButtonElement } | null>(null);

  const grid = useGridTree(props);
  const { rows } = grid;
  const count = rows.length;
  const nodeOf = (row: number) => nodeOfRow(tree, rows, row);
  const select = useGridSelection(tree, rows, selection, props.onSelectionChange);
  const active = useGridActive(tree, rows, body);
  const win = useRowWindow({
    box,
    count,
    rowHeight,
    headHeight: HEAD_HEIGHT,
    follow: grid.follow,
    focused: active.focused,
  });

  const goTo = (row: number, cell: number) => {
    const node = nodeOf(row);
    if (node < 0) return;
    win.reveal(row);
    const element = rowElement(body.current, node);
    if (element) focusSpot(element, cell);
  };
  const acts = useRowActs({
    toggleOpen: (node) => grid.setOpen(node, rows.open[node] !== 1),
    select: (node, range) =>
      range ? select.rangeTo(rowOf(tree, rows, node), active.node) : select.toggle(node),
    toggleSync: (node) => toggleSync(editor, node),
    toggleHash: (node) => toggleHash(editor, node),
    toggleKey: (node) => toggleKey(editor, node),
    openModes: (node, button) => setMenu({ node, button }),
    loadColumns: props.onLoadColumns,
  });
  const onKeyDown = useGridKeys(count, win.page, {
    rowOf: (node) => rowOf(tree, rows, node),
    parentOf: grid.parentOf,
    openOf: grid.openOf,
    nameAt: (row) => {
      const node = nodeOf(row);
      return node >= 0 && node < nodeCount(tree) ? nameOf(editor, node) : null;
    },
    goTo,
    setOpen: (row, open) => grid.setOpen(nodeOf(row), open),
    openSiblings: (row) => grid.openSiblings(nodeOf(row)),
    toggle: (row) => select.toggle(nodeOf(row)),
    rangeTo: (row) => {
      select.rangeTo(row, active.node);
      goTo(row, -1);
    },
    selectAll: select.all,
  });

  const wanted = useRef(-1);
  useLayoutEffect(() => {
    const row = wanted.current < 0 ? -1 : rowOf(tree, rows, wanted.current);
    if (row < 0) return;
    wanted.current = -1;
    // A row far off is drawn by goTo, which cannot be done amid the drawing of this one.
    queueMicrotask(() => goTo(row, -1));
  });
  useImperativeHandle(props.handle, () => ({
    focusFirst: () => goTo(0, -1),
    focusNode: (node) => {
      const row = rowOf(tree, rows, node);
      if (row >= 0) return goTo(row, -1);
      wanted.current = node;
      grid.openAbove(node);
    },
  }));

  const click = (event: MouseEvent<HTMLElement>) => {
    const node = nodeAt(event.target);
    const control = event.target instanceof Element && event.target.closest("button, input, label");
    if (node < 0 || control) return;
    if (event.shiftKey) select.rangeTo(rowOf(tree, rows, node), active.node);
    else if (event.ctrlKey || event.metaKey) select.toggle(node);
    else {
      select.begin(node);
      if (event.detail === 2 && grid.openOf(rowOf(tree, rows, node)) !== null) acts.toggleOpen(node);
    }
  };
  const focus = (event: FocusEvent<HTMLElement>) => {
    const node = nodeAt(event.target);
    if (node < 0) return;
    active.setNode(node);
    // Under a pointer nothing may move between press and release.
    if (event.target.matches(":focus-visible")) win.reveal(rowOf(tree, rows, node));
  };

  const drawn = drawnRows(win.from, win.to, active.row);
  const slots = useRowSlots(drawn.map(grid.keyOf));
  return (
    <>
      <div
        ref={box}
        role="treegrid"
        aria-label="Schemas, tables and columns"
        aria-rowcount={count + 1}
        aria-colcount={GRID_COLUMNS.length}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        onFocus={focus}
        onClick={click}
        onMouseDown={(event) => {
          if ((event.shiftKey || event.detail > 1) && nodeAt(event.target) >= 0) event.preventDefault();
        }}
        onPointerEnter={loadModeMenu}
        className={cx(
          "@container relative overflow-y-auto overflow-x-hidden rounded-3 border border-line bg-surface [overflow-anchor:none] [scroll-padding-top:30px]",
          props.className,
        )}
      >
        <GridHead />
        <div ref={probe} aria-hidden="true" className={`invisible absolute w-px ${ROW_HEIGHT}`} />
        <div ref={body} role="rowgroup" className="relative overflow-clip" style={{ height: win.height }}>
          {drawn.map((row, at) => (
            <GridRow
              key={slots[at]}
              editor={editor}
              rows={rows}
              row={row}
              top={topWithin(win.topOf(row), win.height, rowHeight)}
              focusable={row === active.row}
              open={grid.openOf(row)}
              selected={selection.has(nodeOf(row))}
              personalOf={personalOf}
              columnLoads={columnLoads}
              canEditKeys={canEditKeys}
              acts={acts}
            />
          ))}
        </div>
      </div>
      <FullName body={body} />
      {menu ? (
        <ModeMenu
          key={menu.node}
          editor={editor}
          node={menu.node}
          button={menu.button}
          onClose={() => setMenu(null)}
        />
      ) : null}
    </>
  );
});

/** The rows in sight, and the one with the keyboard wherever it is, so that scrolling never loses the focus. */
function drawnRows(from: number, to: number, active: number): number[] {
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  if (active < 0 || (active >= from && active < to)) return rows;
  return active < from ? [active, ...rows] : [...rows, active];
}

/** A row that is kept out of sight must not make the rows' element taller. */
const topWithin = (top: number, height: number, rowHeight: number): number =>
  Math.max(-rowHeight, Math.min(height, top));
