"use client";
import { useState } from "react";
import type { BulkAct } from "@/components/schema-editor/bulk-bar";
import { outcomeWords } from "@/components/schema-editor/outcome-words";
import type { NodeSet } from "@/lib/model/schema/node-set";
import type { EditOutcome, SchemaEditor } from "@/lib/model/schema/schema-editor";
import { columnsOfSelection } from "@/lib/model/schema/selected-columns";

/** What has to be asked before a bulk act goes on. */
export type BulkQuestion =
  | { kind: "unloaded"; verb: string; known: number; unloaded: number; readable: number[]; goOn: () => void }
  | { kind: "keep" | "drop" | "resync" };

/** Edits of everything selected, each one step of the draft and told in words. */
export function useBulk(
  editor: SchemaEditor,
  selection: NodeSet,
  ways: { load: (tables: readonly number[]) => void; csv: () => void },
) {
  const [question, ask] = useState<BulkQuestion | null>(null);
  const [told, tell] = useState<{ selection: NodeSet; words: string } | null>(null);
  const say = (outcome: EditOutcome) => tell({ selection, words: outcomeWords(outcome) });
  const setHashed = (hashed: boolean) => {
    const { columns, unloaded, readable } = columnsOfSelection(editor.tree, selection);
    // Below a table or schema only what syncs is meant; a column selected by itself is meant as it is.
    const meant = Array.from(columns).filter(
      (column) => !hashed || selection.has(column) || editor.isEnabled(column),
    );
    const goOn = () => say(editor.set(meant, "hashed", hashed));
    if (unloaded.length === 0) return goOn();
    const verb = hashed ? "Hash" : "Un-hash";
    ask({ kind: "unloaded", verb, known: meant.length, unloaded: unloaded.length, readable, goOn });
  };
  const act = (act: BulkAct) => {
    switch (act) {
      case "enable":
      case "disable":
        return say(editor.set(selection, "enabled", act === "enable"));
      case "hash":
      case "unhash":
        return setHashed(act === "hash");
      case "load":
        return ways.load(columnsOfSelection(editor.tree, selection).readable);
      case "csv":
        return ways.csv();
      default:
        ask({ kind: act });
    }
  };
  const setMode = (mode: string) => {
    const tables = Array.from(selection).filter((node) => editor.kindOf(node) === "table");
    say(editor.set(tables, "sync_mode", mode));
  };
  return {
    act,
    setMode,
    keepOnly: () => ask({ kind: "keep" }),
    question,
    settle: () => ask(null),
    /** What became of the last edit of this selection, in words. */
    outcome: told?.selection === selection ? told.words : null,
    tell: (words: string) => tell({ selection, words }),
  };
}
