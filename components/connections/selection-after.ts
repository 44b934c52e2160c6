/** What is selected, and what a range needs to know to grow and shrink. */
export interface SelectionState {
  ids: ReadonlySet<string>;
  /** Where a range begins; null before anything was chosen. */
  anchor: string | null;
  /** What was chosen before the range, and where the range ends now. */
  base: ReadonlySet<string>;
  end: string | null;
}

export type SelectionAct =
  | { kind: "toggle"; id: string }
  | { kind: "extend"; from: string; to: string; rows: readonly string[] }
  | { kind: "all"; ids: readonly string[] }
  | { kind: "none" };

const EMPTY: ReadonlySet<string> = new Set();
export const NONE_SELECTED: SelectionState = { ids: EMPTY, anchor: null, base: EMPTY, end: null };

/** A selection after something was chosen. */
export function selectionAfter(state: SelectionState, action: SelectionAct): SelectionState {
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
      return NONE_SELECTED;
  }
}
