"use client";
import { useState } from "react";
import { Elapsed } from "@/components/jobs/elapsed";
import { ApplyOutcome } from "@/components/schema-editor/apply-outcome";
import { isConfirmed, type TypedWords } from "@/components/schema-editor/confirm-fields";
import { ReviewBody } from "@/components/schema-editor/review-body";
import { useApply } from "@/components/schema-editor/use-apply";
import { useEditorVersion } from "@/components/schema-editor/use-editor-version";
import { type Review, type ReviewTarget, useReview } from "@/components/schema-editor/use-review";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { Note } from "@/components/ui/note";
import { Skeleton } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { countOf } from "@/lib/model/names";
import { changeCounts } from "@/lib/model/schema/change-counts";
import type { SchemaConflict } from "@/lib/model/schema/schema-changes";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { messageOf } from "@/lib/queries/api-error";

/** Changes before they are sent: read again, weighed, confirmed, applied, and what became of them. */
export function ReviewDrawer({
  connectionId,
  editor,
  detail,
  ask,
  onUndo,
  onClose,
}: {
  connectionId: string;
  editor: SchemaEditor;
  detail: ConnectionDetail | undefined;
  ask: ReviewTarget;
  /** Reviews the way back from a revision. */
  onUndo: (revision: number) => void;
  onClose: () => void;
}) {
  useEditorVersion(editor);
  const read = useReview(connectionId, editor, ask);
  const { review } = read;
  const apply = useApply(connectionId);
  const [why, setWhy] = useState("");
  const [typed, setTyped] = useState<TypedWords>({});
  if (apply.job)
    return (
      <Drawer title={titleOf(ask, apply.total)} onClose={onClose}>
        <ApplyOutcome
          job={apply.job}
          draft={ask.kind === "draft"}
          onUndo={onUndo}
          onReview={() => {
            apply.forget();
            read.again();
          }}
          onClose={onClose}
          onCancel={apply.cancel}
        />
      </Drawer>
    );

  const total = review ? changeCounts(review.changes).total : null;
  const conflicts = ask.kind === "draft" ? draftConflicts(editor, read) : (review?.conflicts ?? []);
  const off = whyNotApply(read, conflicts, isConfirmed(review?.confirmations ?? [], typed), ask);
  const send = () => {
    if (!review) return;
    apply.start({
      changes: review.changes,
      why: why.trim(),
      confirmed: review.confirmations,
      ...(ask.kind === "draft" ? {} : { cause: { [ask.kind]: ask.number } }),
    });
  };
  return (
    <Drawer
      title={titleOf(ask, total)}
      onClose={onClose}
      dismissable={!apply.starting}
      foot={
        <>
          <span className="min-w-0 flex-1 text-ink-3 text-xs">
            {review ? <ReadWords read={read} /> : "Nothing has been sent."}
          </span>
          {read.stale || (read.error && !read.reading) ? (
            <Button look="primary" pending={read.reading} onClick={read.again}>
              Review again
            </Button>
          ) : total === 0 ? (
            <Button onClick={onClose}>Close</Button>
          ) : (
            <Button
              look="primary"
              pending={apply.starting}
              onClick={send}
              {...(off ? { offBecause: off } : {})}
            >
              {total === null ? "Apply" : `Apply ${countOf(total, "change")}`}
            </Button>
          )}
        </>
      }
    >
      {read.reading ? <Elapsed>Reading the schema again from Fivetran</Elapsed> : null}
      {read.error && !read.reading ? (
        <Note tone="broken" role="alert">
          <b>Not reviewed.</b> {messageOf(read.error)} Nothing was sent.
        </Note>
      ) : null}
      {apply.error ? (
        <Note tone="broken" role="alert">
          <b>Not applied.</b> {messageOf(apply.error)}
        </Note>
      ) : null}
      {read.stale ? (
        <Note tone="delayed">The draft has been edited since. Review it again to apply it.</Note>
      ) : null}
      {review && !read.reading ? (
        <ReviewBody
          editor={editor}
          ask={ask}
          review={review}
          detail={detail}
          conflicts={conflicts}
          why={why}
          onWhy={setWhy}
          typed={typed}
          onTyped={setTyped}
          onKeepMine={(kept) => editor.keepMine(kept)}
          onTakeTheirs={(left) => editor.settle(left)}
        />
      ) : null}
      {read.reading ? <Waiting /> : null}
    </Drawer>
  );
}

function titleOf(ask: ReviewTarget, total: number | null): string {
  if (ask.kind === "undo") return `Undo revision ${ask.number}`;
  if (ask.kind === "restore") return `Restore revision ${ask.number}`;
  return total === null ? "Review changes" : `Review ${countOf(total, "change")}`;
}

/** Those of the editor, once it stands on the tree that was read for the review. */
function draftConflicts(editor: SchemaEditor, { review }: Review): readonly SchemaConflict[] {
  if (!review || review.hash === editor.hash) return editor.conflicts;
  return review.conflicts;
}

function whyNotApply(
  { review, reading }: Review,
  conflicts: readonly SchemaConflict[],
  confirmed: boolean,
  ask: ReviewTarget,
): string | undefined {
  if (reading || !review) return "The schema is being read again";
  if (ask.kind === "draft" && conflicts.length > 0) return "Settle what was edited elsewhere first";
  return confirmed ? undefined : "Type the words first";
}

function ReadWords({ read: { review } }: { read: Review }) {
  if (!review) return null;
  return (
    <>
      Read again from Fivetran <Time at={review.read_at} every={1_000} />,{" "}
      {review.moved ? "it was edited elsewhere since your draft." : "nobody else has edited."}
    </>
  );
}

function Waiting() {
  return (
    <div aria-hidden="true" className="grid gap-4">
      <Skeleton className="h-16 rounded-2" />
      <Skeleton className="h-28 rounded-2" />
      <Skeleton className="h-20 rounded-2" />
    </div>
  );
}
