"use client";
import { CircleAlert, Redo2, Undo2 } from "lucide-react";
import { useState } from "react";
import { ChangeDeltas } from "@/components/schema-editor/change-deltas";
import { useEditorVersion } from "@/components/schema-editor/use-editor-version";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { useNow } from "@/components/ui/use-now";
import { countOf } from "@/lib/model/names";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { clockTime } from "@/lib/model/time";
import type { DraftSaving } from "@/lib/queries/draft-saver";
import { notify } from "@/lib/queries/notice";

/** More edits than this are discarded only after a question. */
const A_FEW = 3;

/** What would change, kept in sight: undo, redo, discard, review. Nothing of it has been sent. */
export function DraftBar({
  editor,
  saving,
  reviewing,
  onRetry,
  onReview,
}: {
  editor: SchemaEditor;
  saving: DraftSaving;
  /** The review is open, and its button is the primary one. */
  reviewing: boolean;
  onRetry: () => void;
  onReview: () => void;
}) {
  useEditorVersion(editor);
  const [asking, setAsking] = useState(false);
  const counts = editor.counts();
  const discard = () => {
    setAsking(false);
    editor.discard();
    notify({
      title: `${countOf(counts.total, "change")} discarded`,
      action: { label: "Undo", run: () => editor.undo() },
    });
  };
  return (
    <section
      aria-label="Draft"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-3 border border-accent-line bg-raised py-2 pr-3 pl-4 shadow-pop"
    >
      <b className="whitespace-nowrap font-semibold">
        {counts.total === 0 ? "No changes" : countOf(counts.total, "change")}
      </b>
      <ChangeDeltas counts={counts} className="max-sm:order-3 max-sm:w-full" />
      <span className="text-ink-3 text-xs max-sm:ml-auto">
        <SavedWords saving={saving} onRetry={onRetry} />
      </span>
      <span className="ml-auto flex items-center gap-1 max-sm:order-4 max-sm:w-full max-sm:justify-end">
        <IconButton
          label="Undo (Ctrl+Z)"
          aria-disabled={!editor.canUndo || undefined}
          onClick={() => editor.undo()}
        >
          <Undo2 aria-hidden="true" />
        </IconButton>
        <IconButton
          label="Redo (Ctrl+Shift+Z)"
          aria-disabled={!editor.canRedo || undefined}
          onClick={() => editor.redo()}
        >
          <Redo2 aria-hidden="true" />
        </IconButton>
        <Button
          look="quiet"
          onClick={() => (counts.total > A_FEW ? setAsking(true) : discard())}
          {...(counts.total === 0 ? { offBecause: "There is nothing to discard" } : {})}
        >
          Discard
        </Button>
        <Button
          look={reviewing ? "secondary" : "primary"}
          aria-expanded={reviewing}
          onClick={onReview}
          {...(counts.total === 0 ? { offBecause: "There is nothing to review" } : {})}
        >
          Review changes
        </Button>
      </span>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={discard}
        title={`Discard ${countOf(counts.total, "change")}?`}
        verb="Discard changes"
      >
        <p>The draft is emptied, here and in other tabs. Fivetran is not touched. Undo brings it back.</p>
      </ConfirmDialog>
    </section>
  );
}

function SavedWords({ saving, onRetry }: { saving: DraftSaving; onRetry: () => void }) {
  const now = useNow();
  if (saving.state === "saving") return "saving";
  if (saving.state === "saved") {
    const at = saving.at === null ? "" : ` ${clockTime(saving.at)}`;
    return <span title={saving.at === null || saving.at > now ? undefined : "UTC"}>saved{at}</span>;
  }
  return (
    <span role="alert" className="text-broken-text">
      <CircleAlert aria-hidden="true" className="mr-1.5 inline size-[13px] align-[-2px]" />
      Not saved: {saving.state === "failed" ? saving.reason : "the connection is gone."} Kept in this tab.{" "}
      <button type="button" onClick={onRetry} className="link inline-flex min-h-6 items-center rounded-1">
        Save now
      </button>
    </span>
  );
}
