"use client";
import { useSyncExternalStore } from "react";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";

/**
 * Draws the caller anew whenever the draft or the tree changes; the number is a key for what is reckoned from them. Of
 * no change is told, and the number is always 0, where `needed` is false.
 */
export function useEditorVersion(editor: SchemaEditor, needed = true): number {
  const version = needed ? editor.getVersion : never;
  return useSyncExternalStore(editor.subscribe, version, version);
}

const never = () => 0;
