"use client";
import { useState } from "react";
import { movedNodes } from "@/lib/model/schema/moved-nodes";
import { NodeSet } from "@/lib/model/schema/node-set";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";

export interface SearchFolds {
  /** Matches that were opened in full. */
  open: NodeSet;
  /** Nodes above matches that were closed. */
  closed: NodeSet;
}

const NONE: SearchFolds = { open: NodeSet.empty, closed: NodeSet.empty };

/** What was opened and closed among the matches of one search, by name when the tree changes; a new search begins afresh. */
export function useSearchFolds(
  search: string | null,
  tree: SchemaTree,
): [SearchFolds, (next: SearchFolds) => void] {
  const [kept, setKept] = useState({ search, tree, folds: NONE });
  let { folds } = kept;
  if (kept.search !== search || kept.tree !== tree) {
    folds = kept.search === search ? movedFolds(kept.folds, kept.tree, tree) : NONE;
    setKept({ search, tree, folds });
  }
  return [folds, (next) => setKept({ search, tree, folds: next })];
}

function movedFolds({ open, closed }: SearchFolds, from: SchemaTree, to: SchemaTree): SearchFolds {
  return { open: movedNodes(open, from, to), closed: movedNodes(closed, from, to) };
}
