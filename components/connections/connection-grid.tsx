"use client";
import { type FocusEvent, type MouseEvent, type Ref, useImperativeHandle, useRef, useState } from "react";
import { GROUP_HEIGHT, LINE_HEIGHT } from "@/components/connections/columns";
import { GridLine } from "@/components/connections/grid-line";
import { ListHead } from "@/components/connections/list-head";
import { loadRowMenu, RowMenu } from "@/components/connections/row-menu";
import { useLineWindow } from "@/components/connections/use-line-window";
import { useListKeys } from "@/components/connections/use-list-keys";
import { useRowActs } from "@/components/connections/use-row-acts";
import { useSelectingLines } from "@/components/connections/use-selecting-lines";
import type { Selection } from "@/components/connections/use-selection";
import { useMeasuredHeight } from "@/components/ui/use-measured-height";
import { useNow } from "@/components/ui/use-now";
import type { ConnectionIndex } from "@/lib/model/connection-index";
import type { ListItem, ListOrder } from "@/lib/model/connection-list";
import type { Sort } from "@/lib/model/connection-sort";

export interface ConnectionGridHandle {
  /** Puts the keyboard on the first line. */
  focusFirst: () => void;
  /** Puts the keyboard back where it was. */
  focusAgain: () => void;
}

/** Up to thousands of connections as one windowed grid; a treegrid when grouped. The page scrolls, not the grid. */
export function ConnectionGrid({
  index,
  order,
  items,
  sort,
  groupTotals,
  selection,
  handle,
  onSort,
  onToggleGroup,
}: {
  index: ConnectionIndex;
  order: ListOrder;
  items: readonly ListItem[];
  sort: Sort;
  /** By group key: how many connections the account has there, filter aside. */
  groupTotals: ReadonlyMap<string, number>;
  selection: Selection;
  handle: Ref<ConnectionGridHandle>;
  onSort: (sort: Sort) => void;
  onToggleGroup: (key: string) => void;
}) {
  const body = useRef<HTMLDivElement>(null);
  const [lineProbe, lineHeight] = useMeasuredHeight<HTMLDivElement>(32);
  const [groupProbe, groupHeight] = useMeasuredHeight<HTMLDivElement>(34);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ id: string; button: HTMLButtonElement } | null>(null);
  const act = useRowActs();
  const now = useNow();

  const grouped = order.grouping !== "none";
  const found = activeKey === null ? -1 : items.findIndex((item) => keyOf(item) === activeKey);
  const active = Math.max(0, found);
  const { virtualizer, offset } = useLineWindow({
    body,
    count: items.length,
    heightOf: (line) => (items[line]?.kind === "group" ? groupHeight : lineHeight),
    heightsKey: `${lineHeight} ${groupHeight} ${grouped ? items.length : ""} ${order.groups.length}`,
    keyOf: (line) => keyOf(items[line]),
    keep: found,
  });

  const rowOf = (id: string) => index.rows[index.position.get(id) ?? -1];
  const open = (item: ListItem | undefined) => {
    if (item?.kind === "group") return onToggleGroup(item.group.key);
    const row = item && rowOf(item.id);
    if (row) act("open", row);
  };
  const selecting = useSelectingLines(order, items, selection);
  const keys = useListKeys({
    body,
    count: items.length,
    active,
    lineHeight,
    setActive: (line) => setActiveKey(keyOf(items[line])),
    scrollTo: (line) => virtualizer.scrollToIndex(line, { align: "auto" }),
    onEnter: (line) => open(items[line]),
    onFold: (line, wantOpen) => {
      const item = items[line];
      if (item?.kind !== "group" || item.open === wantOpen) return false;
      onToggleGroup(item.group.key);
      return true;
    },
    parentOf: (line) => {
      if (!grouped || items[line]?.kind !== "row") return null;
      return items.findLastIndex((item, at) => at < line && item.kind === "group");
    },
    onSelect: selecting.byKey,
  });
  useImperativeHandle(handle, () => ({
    focusFirst: () => keys.goTo(0),
    focusAgain: () => keys.goTo(active),
  }));

  const itemAt = (target: EventTarget) => {
    const key =
      target instanceof Element ? target.closest<HTMLElement>("[data-item]")?.dataset.item : undefined;
    return key === undefined ? undefined : items.find((item) => keyOf(item) === key);
  };
  const click = (event: MouseEvent<HTMLDivElement>) => {
    if (event.target instanceof HTMLInputElement && !itemAt(event.target)) return selecting.allOrNone();
    const item = itemAt(event.target);
    if (!item || event.defaultPrevented) return;
    if (event.target instanceof HTMLInputElement) return selecting.byPress(item, event.shiftKey);
    const control = event.target instanceof Element ? event.target.closest("a, button") : null;
    const newTab = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (control instanceof HTMLButtonElement && item.kind === "row")
      setMenu({ id: item.id, button: control });
    else if (!control && newTab) selecting.byPress(item, event.shiftKey);
    else if (control ? !newTab : getSelection()?.isCollapsed) {
      event.preventDefault();
      open(item);
    }
  };
  const focus = (event: FocusEvent<HTMLDivElement>) => {
    loadRowMenu();
    const item = itemAt(event.target);
    if (item) setActiveKey(keyOf(item));
  };

  const menuRow = menu ? rowOf(menu.id) : undefined;
  return (
    <div className="@container relative min-w-0 rounded-3 border border-line">
      <div ref={lineProbe} aria-hidden="true" className={`invisible absolute w-px ${LINE_HEIGHT}`} />
      <div ref={groupProbe} aria-hidden="true" className={`invisible absolute w-px ${GROUP_HEIGHT}`} />
      <div
        role={grouped ? "treegrid" : "grid"}
        aria-label="Connections"
        aria-rowcount={items.length + 1}
        aria-multiselectable
        onKeyDown={keys.onKeyDown}
        onFocus={focus}
        onClick={click}
        onMouseDown={(event) => {
          // A press that selects lines does not select their text as well.
          if (event.shiftKey && itemAt(event.target)?.kind === "row") event.preventDefault();
        }}
        onPointerEnter={loadRowMenu}
      >
        <ListHead sort={sort} selected={selecting.shown} against={index.freshness !== null} onSort={onSort} />
        <div
          ref={body}
          role="rowgroup"
          className="relative overflow-clip rounded-b-[7px] max-sm:rounded-[7px]"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index: line, start }) => {
            const item = items[line];
            if (!item) return null;
            return (
              <GridLine
                key={keyOf(item)}
                index={index}
                order={order}
                item={item}
                place={{ line: line + 2, top: start - offset, focusable: line === active }}
                groupTotal={(key) => groupTotals.get(key)}
                last={line === items.length - 1}
                menu={item.kind === "row" && menu?.id === item.id}
                selected={item.kind === "row" && selection.ids.has(item.id)}
                now={now}
              />
            );
          })}
        </div>
      </div>
      {menu && menuRow ? (
        <RowMenu key={menu.id} row={menuRow} button={menu.button} onAct={act} onClose={() => setMenu(null)} />
      ) : null}
    </div>
  );
}

function keyOf(item: ListItem | undefined): string {
  if (!item) return "";
  return item.kind === "group" ? `group:${item.group.key}` : item.id;
}
