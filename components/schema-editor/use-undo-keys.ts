"use client";
import { useEffect } from "react";
import { isTyping } from "@/components/ui/is-typing";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y (with Cmd on a Mac) step through the draft, except while a text is being typed. */
export function useUndoKeys(editor: SchemaEditor): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      const undo = key === "z" && !event.shiftKey;
      const redo = (key === "z" && event.shiftKey) || key === "y";
      if (!(undo || redo) || isTyping(event.target)) return;
      event.preventDefault();
      if (undo) editor.undo();
      else editor.redo();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [editor]);
}
