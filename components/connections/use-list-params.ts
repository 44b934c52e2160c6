"use client";
import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { GROUPINGS, type Grouping } from "@/lib/model/connection-list";
import { type ConnectionQuery, formatQuery, parseQuery } from "@/lib/model/connection-query";
import { DEFAULT_SORT, formatSort, parseSort, type Sort } from "@/lib/model/connection-sort";

const PARAMS = {
  q: parseAsString.withDefault(""),
  sort: parseAsString.withDefault(formatSort(DEFAULT_SORT)),
  group: parseAsStringLiteral(GROUPINGS).withDefault("none"),
  closed: parseAsArrayOf(parseAsString).withDefault([]),
};

export interface ListParams {
  /** The filter as the address spells it. */
  q: string;
  query: ConnectionQuery;
  sort: Sort;
  grouping: Grouping;
  closed: ReadonlySet<string>;
  setQuery: (query: ConnectionQuery) => void;
  /** While a word is being typed: no new step for the back button. */
  typeQuery: (query: ConnectionQuery) => void;
  setSort: (sort: Sort) => void;
  setGrouping: (grouping: Grouping) => void;
  toggleGroup: (key: string) => void;
}

/** What the list shows, kept in the address: links can be shared and the back button takes a step back. */
export function useListParams(): ListParams {
  const [{ q, sort, group, closed }, set] = useQueryStates(PARAMS, { history: "push" });
  const query = useMemo(() => parseQuery(q), [q]);
  const order = useMemo(() => parseSort(sort) ?? DEFAULT_SORT, [sort]);
  const shut = useMemo(() => new Set(closed), [closed]);
  return {
    q,
    query,
    sort: order,
    grouping: group,
    closed: shut,
    setQuery: (next) => void set({ q: formatQuery(next) }),
    // Not debounced: an address that changes late cancels the way to a row that was opened meanwhile.
    typeQuery: (next) => void set({ q: formatQuery(next) }, { history: "replace" }),
    setSort: (next) => void set({ sort: formatSort(next) }),
    setGrouping: (next) => void set({ group: next, closed: [] }),
    toggleGroup: (key) =>
      void set(
        { closed: closed.includes(key) ? closed.filter((one) => one !== key) : [...closed, key] },
        { history: "replace" },
      ),
  };
}
