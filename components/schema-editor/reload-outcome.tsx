"use client";
import { ChangeDeltas } from "@/components/schema-editor/change-deltas";
import { ChangeListView } from "@/components/schema-editor/change-list-view";
import type { ReloadResult } from "@/lib/model/schema/schema-answers";

/** What a reload found, beside what the job says of itself: what appeared, what vanished, what changed. */
export function ReloadOutcome({ result: { changes, counts, revision } }: { result: ReloadResult }) {
  if (counts.total === 0) return null;
  return (
    <>
      <p className="flex flex-wrap gap-x-3 gap-y-1">
        <ChangeDeltas counts={counts} />
        {revision === null ? null : <span className="text-ink-3 text-xs">revision {revision}</span>}
      </p>
      <ChangeListView changes={changes} />
    </>
  );
}
