"use client";
import { JobView } from "@/components/jobs/job-view";
import { ChangeDeltas } from "@/components/schema-editor/change-deltas";
import { ChangeListView } from "@/components/schema-editor/change-list-view";
import { ConflictList } from "@/components/schema-editor/conflict-list";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { isOver, type Job } from "@/lib/model/job";
import { countOf } from "@/lib/model/names";
import { changeCounts } from "@/lib/model/schema/change-counts";
import type { ApplyResult } from "@/lib/model/schema/schema-answers";

/** What became of an apply, part by part, and what to do next. */
export function ApplyOutcome({
  job,
  draft,
  onUndo,
  onReview,
  onClose,
  onCancel,
}: {
  job: Job<ApplyResult>;
  /** Its changes came from the draft, which still holds what was not applied. */
  draft: boolean;
  onUndo: (revision: number) => void;
  onReview: () => void;
  onClose: () => void;
  onCancel: () => void;
}) {
  const { result } = job;
  return (
    <>
      <JobView job={job} label="Apply" />
      {isOver(job) ? null : (
        <Button size="sm" className="justify-self-start" pending={job.cancel_asked} onClick={onCancel}>
          {job.cancel_asked ? "Stopping" : "Cancel"}
        </Button>
      )}
      {isOver(job) && result ? <Parts result={result} draft={draft} /> : null}
      {isOver(job) ? (
        <div className="flex flex-wrap gap-2">
          {result && changeCounts(result.left).total > 0 && draft ? (
            <Button look="primary" onClick={onReview}>
              Review what is left
            </Button>
          ) : (
            <Button look="primary" onClick={onClose}>
              Done with it
            </Button>
          )}
          {result?.revision ? (
            <Button onClick={() => onUndo(result.revision ?? 0)}>Undo revision {result.revision}</Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

function Parts({ result, draft }: { result: ApplyResult; draft: boolean }) {
  const { applied, left, unknown, conflicts, already, revision } = result;
  const remaining = changeCounts(left).total;
  const unsure = changeCounts(unknown).total;
  const them = remaining === 1 ? "it" : "them";
  return (
    <>
      {applied.total > 0 ? (
        <section aria-label="Applied" className="grid gap-1">
          <h3 className="font-medium">{revision === null ? "Applied" : `Revision ${revision}`}</h3>
          <ChangeDeltas counts={applied} />
        </section>
      ) : null}
      {already > 0 ? <Note>{countOf(already, "change")} Fivetran had already.</Note> : null}
      {remaining > 0 ? (
        <>
          <Note tone="broken">
            <b>{countOf(remaining, "change")} not applied.</b>{" "}
            {draft ? `Your draft still holds ${them}.` : `Nothing of ${them} was made.`}
          </Note>
          {conflicts.length > 0 ? <ConflictList title="Why not" conflicts={conflicts} /> : null}
          <ChangeListView changes={left} />
        </>
      ) : null}
      {unsure > 0 ? (
        <>
          <Note tone="unknown">
            <b>{countOf(unsure, "change")} sent, outcome not known.</b> Nothing is sent again. Read the schema
            again to see what Fivetran has.
          </Note>
          <ChangeListView changes={unknown} />
        </>
      ) : null}
    </>
  );
}
