"use client";
import { type BulkAct, BulkBar } from "@/components/schema-editor/bulk-bar";
import { DraftBar } from "@/components/schema-editor/draft-bar";
import { modesOf } from "@/components/schema-editor/mode-words";
import type { NodeSet } from "@/lib/model/schema/node-set";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { columnsOfSelection, selectionCounts } from "@/lib/model/schema/selected-columns";
import type { DraftSaving } from "@/lib/queries/draft-saver";

/** What stays in sight below the rows: what is selected, and what the draft holds. */
export function DeskFoot({
  editor,
  selection,
  saving,
  reviewing,
  outcome,
  onBulk,
  onMode,
  onClear,
  onRetry,
  onReview,
}: {
  editor: SchemaEditor;
  selection: NodeSet;
  saving: DraftSaving;
  reviewing: boolean;
  /** What became of the last bulk edit. */
  outcome: string | null;
  onBulk: (act: BulkAct) => void;
  onMode: (mode: string) => void;
  onClear: () => void;
  onRetry: () => void;
  onReview: () => void;
}) {
  const selected = selection.size > 0;
  const drafted = editor.counts().total > 0 || editor.canRedo || saving.state !== "saved";
  if (!selected && !drafted) return null;
  return (
    <div data-foot className="sticky bottom-[calc(var(--tabbar-h)+var(--foot-h,0px)+8px)] z-10 grid gap-2">
      {selected ? (
        <BulkBar
          counts={selectionCounts(editor.tree, selection)}
          outcome={outcome}
          unloaded={columnsOfSelection(editor.tree, selection).unloaded.length}
          modes={modesOfSelection(editor, selection)}
          onAct={onBulk}
          onMode={onMode}
          onClear={onClear}
        />
      ) : null}
      {drafted ? (
        <div className={selected ? "max-sm:hidden" : undefined}>
          <DraftBar
            editor={editor}
            saving={saving}
            reviewing={reviewing}
            onRetry={onRetry}
            onReview={onReview}
          />
        </div>
      ) : null}
    </div>
  );
}

/** The modes that some selected table can be given. */
function modesOfSelection(editor: SchemaEditor, selection: NodeSet): string[] {
  const modes = new Set<string>();
  for (const node of selection) {
    if (editor.kindOf(node) !== "table") continue;
    for (const mode of modesOf(editor.tree, editor.tableOf(node))) modes.add(mode);
    if (modes.size > 2) break;
  }
  return [...modes];
}
