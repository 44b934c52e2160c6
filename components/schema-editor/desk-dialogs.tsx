"use client";
import type { BulkQuestion } from "@/components/schema-editor/use-bulk";
import { useEditorVersion } from "@/components/schema-editor/use-editor-version";
import type { ReviewTarget } from "@/components/schema-editor/use-review";
import { lazyPiece } from "@/components/ui/lazy-piece";
import type { NodeSet } from "@/lib/model/schema/node-set";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import type { ConnectionDetail } from "@/lib/model/snapshot";

const ReviewDrawer = lazyPiece("The review", () =>
  import("@/components/schema-editor/review-drawer").then((it) => it.ReviewDrawer),
);
const HistoryDrawer = lazyPiece("The history", () =>
  import("@/components/schema-editor/history-drawer").then((it) => it.HistoryDrawer),
);
const ReloadDialog = lazyPiece("The dialog", () =>
  import("@/components/schema-editor/reload-dialog").then((it) => it.ReloadDialog),
);
const PasteListDrawer = lazyPiece("The list", () =>
  import("@/components/schema-editor/paste-list-drawer").then((it) => it.PasteListDrawer),
);
const PersonalListsDialog = lazyPiece("The dialog", () =>
  import("@/components/schema-editor/personal-lists-dialog").then((it) => it.PersonalListsDialog),
);
const KeepOnlyDialog = lazyPiece("The dialog", () =>
  import("@/components/schema-editor/keep-only-dialog").then((it) => it.KeepOnlyDialog),
);
const DropColumnsDialog = lazyPiece("The dialog", () =>
  import("@/components/schema-editor/drop-columns-dialog").then((it) => it.DropColumnsDialog),
);
const ResyncTablesDialog = lazyPiece("The dialog", () =>
  import("@/components/schema-editor/resync-tables-dialog").then((it) => it.ResyncTablesDialog),
);
const UnloadedDialog = lazyPiece("The dialog", () =>
  import("@/components/schema-editor/unloaded-dialog").then((it) => it.UnloadedDialog),
);

export type DeskPane =
  | { kind: "review"; ask: ReviewTarget }
  | { kind: "history"; first: number | null }
  | { kind: "paste" }
  | { kind: "personal" }
  | { kind: "reload" };

/** The drawer or dialog that is open over or beside the rows; each comes when it is first opened. */
export function DeskDialogs({
  id,
  editor,
  detail,
  selection,
  pane,
  question,
  onPane,
  onSettled,
  onTold,
  onSelect,
  onLoad,
}: {
  id: string;
  editor: SchemaEditor;
  detail: ConnectionDetail | undefined;
  selection: NodeSet;
  pane: DeskPane | null;
  question: BulkQuestion | null;
  onPane: (pane: DeskPane | null) => void;
  onSettled: () => void;
  /** What became of a bulk edit, in words. */
  onTold: (words: string) => void;
  onSelect: (selection: NodeSet, keepOnly: boolean) => void;
  onLoad: (tables: readonly number[]) => void;
}) {
  useEditorVersion(editor);
  const close = () => onPane(null);
  const review = (ask: ReviewTarget) => onPane({ kind: "review", ask });
  return (
    <>
      {pane?.kind === "review" ? (
        <ReviewDrawer
          key={JSON.stringify(pane.ask)}
          connectionId={id}
          editor={editor}
          detail={detail}
          ask={pane.ask}
          onUndo={(number) => review({ kind: "undo", number })}
          onClose={close}
        />
      ) : null}
      {pane?.kind === "history" ? (
        <HistoryDrawer
          connectionId={id}
          first={pane.first}
          onUndo={(number) => review({ kind: "undo", number })}
          onRestore={(number) => review({ kind: "restore", number })}
          onClose={close}
        />
      ) : null}
      {pane?.kind === "paste" ? (
        <PasteListDrawer editor={editor} onSelect={onSelect} onClose={close} />
      ) : null}
      {pane?.kind === "personal" ? <PersonalListsDialog onClose={close} /> : null}
      {pane?.kind === "reload" ? (
        <ReloadDialog connectionId={id} edits={editor.counts().total} onClose={close} />
      ) : null}
      {question?.kind === "keep" ? (
        <KeepOnlyDialog
          editor={editor}
          selection={selection}
          onLoad={onLoad}
          onDone={onTold}
          onClose={onSettled}
        />
      ) : null}
      {question?.kind === "drop" ? (
        <DropColumnsDialog
          connectionId={id}
          name={detail?.row.schema ?? id}
          editor={editor}
          selection={selection}
          onClose={onSettled}
        />
      ) : null}
      {question?.kind === "resync" && detail ? (
        <ResyncTablesDialog detail={detail} editor={editor} selection={selection} onClose={onSettled} />
      ) : null}
      {question?.kind === "unloaded" ? (
        <UnloadedDialog
          verb={question.verb}
          known={question.known}
          unloaded={question.unloaded}
          readable={question.readable}
          onLoad={onLoad}
          onGoOn={question.goOn}
          onClose={onSettled}
        />
      ) : null}
    </>
  );
}
