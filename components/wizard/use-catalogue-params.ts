"use client";
import { parseAsString, useQueryStates } from "nuqs";

const PARAMS = { q: parseAsString.withDefault(""), category: parseAsString };

/** What is asked of the catalogue, kept in the address. */
export function useCatalogueParams(): {
  text: string;
  category: string | null;
  setText: (text: string) => void;
  setCategory: (category: string | null) => void;
} {
  const [{ q, category }, set] = useQueryStates(PARAMS, { history: "replace" });
  return {
    text: q,
    category,
    setText: (text) => void set({ q: text }),
    setCategory: (next) => void set({ category: next }),
  };
}
