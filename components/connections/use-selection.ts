"use client";
import { useMemo, useReducer } from "react";

interface State {
  ids: ReadonlySet<string>;
  /** Where a range begins; null before anything was chosen. */
  anchor: string | null;
  /** What was chosen before the range, and where the range ends now. */
  base: ReadonlySet<string>;
  end: string | null;
}

type Action =
  | { kind: "toggle"; id: string }
  | { kind: "extend"; from: string; to: string; rows: readonly string[] }
  | { kind: "all"; ids: readonly string[] }
  | { kind: "none" };

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

const EMPTY: ReadonlySet<string> = new Set();
const NONE: State = { ids: EMPTY, anchor: null, base: EMPTY, end: null };

/** Which connections are chosen, by id, whatever the list shows of them. */
export function useSelection(): Selection {
  const [{ ids, end }, act] = useReducer(selectionAfter, NONE);
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

function selectionAfter(state: State, action: Action): State {
  switch (action.kind) {
    case "toggle": {
      const ids = new Set(state.ids);
      if (!ids.delete(action.id)) ids.add(action.id);
      return { ids, anchor: action.id, base: ids, end: action.id };
    }
    case "extend": {
      const { from, to, rows } = action;
      // The keyboard went elsewhere since: a new range begins.
      const on = state.anchor !== null && state.end === from && rows.includes(state.anchor);
      const anchor = on && state.anchor !== null ? state.anchor : from;
      const base = on ? state.base : state.ids;
      const [first, last] = [rows.indexOf(anchor), rows.indexOf(to)].sort((a, b) => a - b);
      return { ids: new Set([...base, ...rows.slice(first, (last ?? 0) + 1)]), anchor, base, end: to };
    }
    case "all": {
      const ids = new Set([...state.ids, ...action.ids]);
      return { ids, anchor: null, base: ids, end: null };
    }
    case "none":
      return NONE;
  }
}
