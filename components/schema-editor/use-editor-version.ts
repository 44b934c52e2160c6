"use client";
import { useSyncExternalStore } from "react";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";

/** Draws the caller anew whenever the draft or the tree changes; the number is a key for what is reckoned from them. */
export function useEditorVersion(editor: SchemaEditor): number {
  return useSyncExternalStore(editor.subscribe, editor.getVersion, editor.getVersion);
}
