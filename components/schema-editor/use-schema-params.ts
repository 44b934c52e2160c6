"use client";
import { debounce, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { FILTERS, type Filter } from "@/lib/model/schema/filter-bits";

/** The address follows what is typed this long after the last letter: to write it down costs a frame or two. */
const TYPED_MS = 300;

const PARAMS = { q: parseAsString.withDefault(""), show: parseAsStringLiteral(FILTERS) };

export interface SchemaParams {
  q: string;
  filter: Filter | null;
  setQ: (q: string) => void;
  setFilter: (filter: Filter | null) => void;
  clear: () => void;
}

/** What is searched and shown, kept in the address: a link can be shared and the back button takes a step back. */
export function useSchemaParams(): SchemaParams {
  const [{ q, show }, set] = useQueryStates(PARAMS);
  return {
    q,
    filter: show,
    setQ: (next) =>
      void set({ q: next || null }, { history: "replace", limitUrlUpdates: debounce(TYPED_MS) }),
    setFilter: (next) => void set({ show: next }, { history: "push" }),
    clear: () => void set({ q: null, show: null }, { history: "push" }),
  };
}
