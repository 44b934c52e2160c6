"use client";
import { useMemo } from "react";
import type { Selection } from "@/components/connections/use-selection";
import type { ListItem, ListOrder } from "@/lib/model/connection-list";

type Asked = { line: number } | { from: number; to: number } | "all" | "none";

export interface SelectingLines {
  /** How much of what the list shows is selected. */
  shown: "none" | "some" | "all";
  /** As `useListKeys` asks for it. */
  byKey: (what: Asked) => boolean;
  byPress: (item: ListItem, upTo: boolean) => void;
  allOrNone: () => void;
}

/** Turns keys and presses on lines into a selection of connections; all is everything the filter shows, folded or not. */
export function useSelectingLines(
  order: ListOrder,
  items: readonly ListItem[],
  selection: Selection,
): SelectingLines {
  const all = useMemo(() => order.groups.flatMap(({ ids }) => ids), [order]);
  const lines = useMemo(() => items.flatMap((item) => (item.kind === "row" ? [item.id] : [])), [items]);
  const shown = useMemo(() => {
    const count = all.filter((id) => selection.ids.has(id)).length;
    return count === 0 ? "none" : count === all.length ? "all" : "some";
  }, [all, selection.ids]);

  const choose = (item: ListItem | undefined) => {
    if (item?.kind === "group") selection.all(item.group.ids);
    else if (item) selection.toggle(item.id);
    return item !== undefined;
  };
  const extend = (from: number, to: number) => {
    const ends = [items[from], items[to]].flatMap((item) => (item?.kind === "row" ? [item.id] : []));
    const [first, last = first] = ends;
    if (first !== undefined && last !== undefined) selection.extend(first, last, lines);
    return true;
  };
  return {
    shown,
    byKey: (what) => {
      if (what === "all") selection.all(all);
      else if (what === "none") {
        if (selection.ids.size === 0) return false;
        selection.clear();
      } else return "line" in what ? choose(items[what.line]) : extend(what.from, what.to);
      return true;
    },
    byPress: (item, upTo) => {
      if (upTo && item.kind === "row" && selection.last !== null && lines.includes(selection.last))
        selection.extend(selection.last, item.id, lines);
      else choose(item);
    },
    allOrNone: () => (shown === "all" ? selection.clear() : selection.all(all)),
  };
}
