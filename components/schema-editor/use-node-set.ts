"use client";
import { useCallback, useState } from "react";
import { movedNodes } from "@/lib/model/schema/moved-nodes";
import { NodeSet } from "@/lib/model/schema/node-set";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";

/** A set of nodes as state, which follows its nodes by name when the tree changes; what sets it changes with the tree only. */
export function useNodeSet(
  tree: SchemaTree,
  initial: () => NodeSet = () => NodeSet.empty,
): [NodeSet, (next: NodeSet) => void] {
  const [kept, setKept] = useState(() => ({ tree, set: initial() }));
  let set = kept.set;
  if (kept.tree !== tree) {
    set = movedNodes(kept.set, kept.tree, tree);
    setKept({ tree, set });
  }
  const change = useCallback((next: NodeSet) => setKept({ tree, set: next }), [tree]);
  return [set, change];
}
