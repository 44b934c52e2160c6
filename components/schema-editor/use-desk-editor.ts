"use client";
import { useEffect, useRef, useState } from "react";
import type { SchemaDraft } from "@/lib/model/schema/schema-answers";
import { SchemaEditor } from "@/lib/model/schema/schema-editor";
import type { ReadSchema } from "@/lib/queries/schema";

/** The editor of a page: begun from what was read first, put over each newer tree that arrives. */
export function useDeskEditor(read: ReadSchema, draft: SchemaDraft | null): SchemaEditor {
  const [editor] = useState(() => new SchemaEditor(read.tree, read.hash, draft?.changes));
  const taken = useRef(read.tree);
  useEffect(() => {
    if (taken.current === read.tree) return;
    taken.current = read.tree;
    editor.rebase(read.tree, read.hash, read.read_at);
  }, [editor, read]);
  return editor;
}
