"use client";
import { useState } from "react";
import type { BulkAct } from "@/components/schema-editor/bulk-bar";
import { outcomeWords } from "@/components/schema-editor/outcome-words";
import type { NodeSet } from "@/lib/model/schema/node-set";
import type { EditOutcome, SchemaEditor } from "@/lib/model/schema/schema-editor";
import { columnsOfSelection } from "@/lib/model/schema/selected-columns";
import { notify } from "@/lib/queries/notice";

/** What has to be asked before a bulk act goes on. */
export type BulkQuestion =
  | { kind: "unloaded"; verb: string; known: number; tables: number[]; goOn: () => void }
  | { kind: "keep" | "drop" | "resync" };

/** Edits of everything selected, each one step of the draft and told in words. */
export function useBulk(
  editor: SchemaEditor,
  selection: NodeSet,
  ways: { load: (tables: readonly number[]) => void; csv: () => void },
) {
  const [question, ask] = useState<BulkQuestion | null>(null);
  const setHashed = (hashed: boolean) => {
    const { columns, unloaded } = columnsOfSelection(editor.tree, selection);
    // Below a table or schema only what syncs is meant; a column selected by itself is meant as it is.
    const meant = Array.from(columns).filter(
      (column) => !hashed || selection.has(column) || editor.isEnabled(column),
    );
    const goOn = () => tell(editor, editor.set(meant, "hashed", hashed));
    if (unloaded.length === 0) return goOn();
    ask({ kind: "unloaded", verb: hashed ? "Hash" : "Un-hash", known: meant.length, tables: unloaded, goOn });
  };
  const act = (act: BulkAct) => {
    switch (act) {
      case "enable":
      case "disable":
        return tell(editor, editor.set(selection, "enabled", act === "enable"));
      case "hash":
      case "unhash":
        return setHashed(act === "hash");
      case "load":
        return ways.load(columnsOfSelection(editor.tree, selection).unloaded);
      case "csv":
        return ways.csv();
      default:
        ask({ kind: act });
    }
  };
  const setMode = (mode: string) => {
    const tables = Array.from(selection).filter((node) => editor.kindOf(node) === "table");
    tell(editor, editor.set(tables, "sync_mode", mode));
  };
  return { act, setMode, keepOnly: () => ask({ kind: "keep" }), question, settle: () => ask(null) };
}

/** Says what became of an edit, with the way back. */
export function tell(editor: SchemaEditor, outcome: EditOutcome): void {
  tellWords(editor, outcomeWords(outcome), outcome.changed > 0);
}

export function tellWords(editor: SchemaEditor, words: string, changed = true): void {
  notify({ title: words, ...(changed ? { action: { label: "Undo", run: () => editor.undo() } } : {}) });
}
