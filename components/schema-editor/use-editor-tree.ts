"use client";
import { useSyncExternalStore } from "react";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";

/** Draws the caller anew when the tree changes, and not with each edit over it. */
export function useEditorTree(editor: SchemaEditor): SchemaTree {
  const tree = () => editor.tree;
  return useSyncExternalStore(editor.subscribe, tree, tree);
}
