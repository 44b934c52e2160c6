"use client";
import { itemsWords, outcomeWords } from "@/components/schema-editor/outcome-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Note } from "@/components/ui/note";
import { countOf } from "@/lib/model/names";
import { keepOnly } from "@/lib/model/schema/keep-only";
import type { NodeSet } from "@/lib/model/schema/node-set";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { selectionCounts } from "@/lib/model/schema/selected-columns";

/** Says what "keep only these" comes to before it goes into the draft. */
export function KeepOnlyDialog({
  editor,
  selection,
  onLoad,
  onDone,
  onClose,
}: {
  editor: SchemaEditor;
  selection: NodeSet;
  /** Reads the columns of these tables first. */
  onLoad: (tables: number[]) => void;
  /** With the outcome in words. */
  onDone: (words: string) => void;
  onClose: () => void;
}) {
  const plan = keepOnly(editor, selection);
  const kept = itemsWords(selectionCounts(editor.tree, selection));
  const total = (counts: typeof plan.off) => counts.schemas + counts.tables + counts.columns;
  const turnedOn = total(plan.on);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => {
        onDone(outcomeWords({ ...editor.setAll(plan.edits), already: 0, locked: plan.locked }));
        onClose();
      }}
      title={`Keep only ${kept}?`}
      verb={`Turn ${itemsWords(plan.off)} off`}
    >
      <p>
        {total(plan.off) === 0
          ? "Everything else on this level is off already."
          : `${itemsWords(plan.off)} beside ${selection.size === 1 ? "it" : "them"} will stop syncing.`}
        {turnedOn > 0 ? ` ${itemsWords(plan.on)} of the selection, or above it, will start.` : ""}
        {plan.locked > 0 ? ` ${countOf(plan.locked, "other")} cannot be turned off and will stay.` : ""}
      </p>
      <p>This goes into the draft as one step; nothing is sent before you review and apply it.</p>
      {plan.unloaded.length > 0 ? (
        <Note tone="delayed">
          <b>
            {plan.unloaded.length === 1
              ? "The columns of 1 table are not all known."
              : `The columns of ${countOf(plan.unloaded.length, "table")} are not all known.`}
          </b>{" "}
          Those that are not will be left as they are.{" "}
          {plan.readable.length > 0 ? (
            <Button
              size="sm"
              onClick={() => {
                onLoad(plan.readable);
                onClose();
              }}
            >
              Load them first
            </Button>
          ) : null}
        </Note>
      ) : null}
    </ConfirmDialog>
  );
}
