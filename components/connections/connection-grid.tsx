"use client";
import { useRouter } from "next/navigation";
import {
  type FocusEvent,
  type MouseEvent,
  type Ref,
  useCallback,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { GROUP_HEIGHT, LINE_HEIGHT } from "@/components/connections/columns";
import { ConnectionLine } from "@/components/connections/connection-line";
import { GroupLine } from "@/components/connections/group-line";
import { connectionHref } from "@/components/connections/line-cells";
import { ListHead } from "@/components/connections/list-head";
import type { RowAct } from "@/components/connections/row-menu";
import { useLineWindow } from "@/components/connections/use-line-window";
import { useListKeys } from "@/components/connections/use-list-keys";
import { useMeasuredHeight } from "@/components/connections/use-measured-height";
import { useNow } from "@/components/ui/use-now";
import {
  type ConnectionIndex,
  countHealths,
  destinationName,
  serviceName,
} from "@/lib/model/connection-index";
import type { ListGroup, ListItem, ListOrder } from "@/lib/model/connection-list";
import type { Sort } from "@/lib/model/connection-sort";
import type { ConnectionRow } from "@/lib/model/snapshot";
import { useSetPaused, useSyncConnection } from "@/lib/queries/connection-acts";

export interface ConnectionGridHandle {
  /** Puts the keyboard on the first line. */
  focusFirst: () => void;
}

/** Up to thousands of connections as one windowed grid; a treegrid when grouped. The page scrolls, not the grid. */
export function ConnectionGrid({
  index,
  order,
  items,
  sort,
  groupTotals,
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
  handle: Ref<ConnectionGridHandle>;
  onSort: (sort: Sort) => void;
  onToggleGroup: (key: string) => void;
}) {
  const body = useRef<HTMLDivElement>(null);
  const [lineProbe, lineHeight] = useMeasuredHeight<HTMLDivElement>(32);
  const [groupProbe, groupHeight] = useMeasuredHeight<HTMLDivElement>(34);
  const now = useNow();
  const router = useRouter();
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const sync = useSyncConnection();
  const setPaused = useSetPaused();

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

  const { mutate: startSync } = sync;
  const { mutate: pauseOrResume } = setPaused;
  const act = useCallback(
    (what: RowAct, row: ConnectionRow) => {
      const target = { id: row.id, name: row.schema };
      if (what === "open") router.push(connectionHref(row.id));
      else if (what === "sync") startSync(target);
      else pauseOrResume({ ...target, paused: what === "pause" });
    },
    [router, startSync, pauseOrResume],
  );

  const open = (item: ListItem | undefined) => {
    if (item?.kind === "group") onToggleGroup(item.group.key);
    else if (item && index.position.has(item.id)) router.push(connectionHref(item.id));
  };
  const keys = useListKeys({
    body,
    count: items.length,
    active,
    pageSize: Math.max(1, Math.floor((typeof innerHeight === "number" ? innerHeight : 800) / lineHeight) - 6),
    setActive: (line) => setActiveKey(keyOf(items[line])),
    scrollTo: (line) => virtualizer.scrollToIndex(line, { align: "auto" }),
    onEnter: (line) => open(items[line]),
    onFold: (line, wantOpen) => {
      const item = items[line];
      if (item?.kind !== "group" || item.open === wantOpen) return false;
      onToggleGroup(item.group.key);
      return true;
    },
  });
  useImperativeHandle(handle, () => ({ focusFirst: () => keys.goTo(0) }));

  const itemAt = (target: EventTarget) => {
    const key =
      target instanceof Element ? target.closest<HTMLElement>("[data-item]")?.dataset.item : undefined;
    return key === undefined ? undefined : items.find((item) => keyOf(item) === key);
  };
  const click = (event: MouseEvent<HTMLDivElement>) => {
    const control = event.target instanceof Element && event.target.closest("a, button");
    if (control || event.defaultPrevented || !getSelection()?.isCollapsed) return;
    open(itemAt(event.target));
  };
  const focus = (event: FocusEvent<HTMLDivElement>) => {
    const item = itemAt(event.target);
    if (item) setActiveKey(keyOf(item));
  };

  return (
    <div className="@container relative min-w-0 rounded-3 border border-line">
      <div ref={lineProbe} aria-hidden="true" className={`invisible absolute w-px ${LINE_HEIGHT}`} />
      <div ref={groupProbe} aria-hidden="true" className={`invisible absolute w-px ${GROUP_HEIGHT}`} />
      <div
        role={grouped ? "treegrid" : "grid"}
        aria-label="Connections"
        aria-rowcount={items.length + 1}
        onKeyDown={keys.onKeyDown}
        onFocus={focus}
        onClick={click}
      >
        <ListHead sort={sort} onSort={onSort} />
        <div
          ref={body}
          role="rowgroup"
          className="relative overflow-clip rounded-b-[7px] max-sm:rounded-[7px]"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index: line, start }) => {
            const item = items[line];
            if (!item) return null;
            const place = { line: line + 2, top: start - offset, focusable: line === active };
            if (item.kind === "group")
              return (
                <GroupLine
                  key={keyOf(item)}
                  {...place}
                  group={item.group}
                  grouping={order.grouping}
                  open={item.open}
                  total={groupTotals.get(item.group.key) ?? item.group.ids.length}
                  counts={countsOf(index, item.group)}
                  sub={order.grouping === "destination" ? warehouse(index, item.group.key) : null}
                />
              );
            const position = index.position.get(item.id);
            const row = position === undefined ? order.rows.get(item.id) : index.rows[position];
            if (!row) return null;
            return (
              <ConnectionLine
                key={item.id}
                {...place}
                row={row}
                gone={position === undefined}
                service={serviceName(index, row.service)}
                destination={destinationName(index, row.group_id)}
                time_zone_offset={index.groups.get(row.group_id)?.time_zone_offset ?? null}
                level={grouped ? 2 : null}
                last={line === items.length - 1}
                now={now}
                onAct={act}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function keyOf(item: ListItem | undefined): string {
  if (!item) return "";
  return item.kind === "group" ? `group:${item.group.key}` : item.id;
}

function countsOf(index: ConnectionIndex, group: ListGroup): Uint32Array {
  return countHealths(
    index,
    group.ids.flatMap((id) => index.position.get(id) ?? []),
  );
}

function warehouse(index: ConnectionIndex, group_id: string): string | null {
  return index.groups.get(group_id)?.service ?? null;
}
