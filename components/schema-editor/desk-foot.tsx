"use client";
import { useMemo } from "react";
import { type BulkAct, BulkBar } from "@/components/schema-editor/bulk-bar";
import { DraftBar } from "@/components/schema-editor/draft-bar";
import { modesOf } from "@/components/schema-editor/mode-words";
import { useDraftSaving } from "@/components/schema-editor/use-draft-saving";
import { useEditorVersion } from "@/components/schema-editor/use-editor-version";
import { kindOf, placeOf } from "@/lib/model/schema/node-ids";
import type { NodeSet } from "@/lib/model/schema/node-set";
import type { SchemaDraft } from "@/lib/model/schema/schema-answers";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import { columnsOfSelection, selectionCounts } from "@/lib/model/schema/selected-columns";

/** What stays in sight below the rows: what is selected, and what the draft holds. */
export function DeskFoot({
  id,
  draft,
  editor,
  selection,
  reviewing,
  outcome,
  onBulk,
  onMode,
  onClear,
  onReview,
}: {
  id: string;
  /** As it was stored when the page was opened. */
  draft: SchemaDraft | null;
  editor: SchemaEditor;
  selection: NodeSet;
  reviewing: boolean;
  /** What became of the last bulk edit. */
  outcome: string | null;
  onBulk: (act: BulkAct) => void;
  onMode: (mode: string) => void;
  onClear: () => void;
  onReview: () => void;
}) {
  useEditorVersion(editor);
  const { saving, retry } = useDraftSaving(id, editor, draft);
  const { tree } = editor;
  const selected = useMemo(
    () =>
      selection.size === 0
        ? null
        : {
            counts: selectionCounts(tree, selection),
            readable: columnsOfSelection(tree, selection).readable.length,
            modes: modesOfSelection(tree, selection),
          },
    [tree, selection],
  );
  const drafted = editor.counts().total > 0 || editor.canRedo || saving.state !== "saved";
  if (!selected && !drafted) return null;
  return (
    <div data-foot className="sticky bottom-[calc(var(--tabbar-h)+var(--foot-h,0px)+8px)] z-10 grid gap-2">
      {selected ? (
        <BulkBar {...selected} outcome={outcome} onAct={onBulk} onMode={onMode} onClear={onClear} />
      ) : null}
      {drafted ? (
        <div className={selected ? "max-sm:hidden" : undefined}>
          <DraftBar
            editor={editor}
            saving={saving}
            reviewing={reviewing}
            onRetry={retry}
            onReview={onReview}
          />
        </div>
      ) : null}
    </div>
  );
}

/** The modes that some selected table can be given. */
function modesOfSelection(tree: SchemaTree, selection: NodeSet): string[] {
  const modes = new Set<string>();
  for (const node of selection) {
    if (kindOf(tree, node) !== "table") continue;
    for (const mode of modesOf(tree, placeOf(tree, node))) modes.add(mode);
    if (modes.size > 2) break;
  }
  return [...modes];
}
