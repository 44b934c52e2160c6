"use client";
import { ChangeDeltas } from "@/components/schema-editor/change-deltas";
import { ChangeListView } from "@/components/schema-editor/change-list-view";
import { countOf } from "@/lib/model/names";
import type { ReloadResult } from "@/lib/model/schema/schema-answers";

/** What a reload found: what appeared, what vanished, what changed. */
export function ReloadOutcome({ result }: { result: ReloadResult }) {
  const { changes, counts, revision, holds } = result;
  return (
    <>
      {holds ? (
        <p>
          The schema holds {countOf(holds.tables, "table")} in {countOf(holds.schemas, "schema")} now.
        </p>
      ) : null}
      {counts.total === 0 ? (
        <p>Nothing is listed as appeared, vanished or changed.</p>
      ) : (
        <>
          <p className="flex flex-wrap gap-x-3 gap-y-1">
            <ChangeDeltas counts={counts} />
            {revision === null ? null : <span className="text-ink-3 text-xs">revision {revision}</span>}
          </p>
          <ChangeListView changes={changes} />
        </>
      )}
    </>
  );
}
