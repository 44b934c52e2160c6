"use client";
import { useMemo, useReducer } from "react";
import { NONE_SELECTED, selectionAfter } from "@/components/connections/selection-after";

export interface Selection {
  ids: ReadonlySet<string>;
  /** Where the last choice was; null before one. */
  last: string | null;
  toggle: (id: string) => void;
  /** On from the last choice, if that was at `from`, else from there; `rows` in the order in which they stand. */
  extend: (from: string, to: string, rows: readonly string[]) => void;
  /** Adds these. */
  all: (ids: readonly string[]) => void;
  clear: () => void;
}

/** Which connections are chosen, by id, whatever the list shows of them. */
export function useSelection(): Selection {
  const [{ ids, end }, act] = useReducer(selectionAfter, NONE_SELECTED);
  return useMemo(
    () => ({
      ids,
      last: end,
      toggle: (id) => act({ kind: "toggle", id }),
      extend: (from, to, rows) => act({ kind: "extend", from, to, rows }),
      all: (more) => act({ kind: "all", ids: more }),
      clear: () => act({ kind: "none" }),
    }),
    [ids, end],
  );
}
