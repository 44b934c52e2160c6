"use client";
import { useState } from "react";
import { NodeSet } from "@/lib/model/schema/node-set";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";

export interface SearchFolds {
  /** Matches that were opened in full. */
  open: NodeSet;
  /** Nodes above matches that were closed. */
  closed: NodeSet;
}

const NONE: SearchFolds = { open: NodeSet.empty, closed: NodeSet.empty };

/** What was opened and closed among the matches of one search; a new search, or a new tree, begins afresh. */
export function useSearchFolds(
  search: string | null,
  tree: SchemaTree,
): [SearchFolds, (next: SearchFolds) => void] {
  const [kept, setKept] = useState({ search, tree, folds: NONE });
  const stale = kept.search !== search || kept.tree.schemas !== tree.schemas;
  if (stale) setKept({ search, tree, folds: NONE });
  return [stale ? NONE : kept.folds, (folds) => setKept({ search, tree, folds })];
}
