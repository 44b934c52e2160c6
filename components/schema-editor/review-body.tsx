"use client";
import { useMemo } from "react";
import { ChangeListView } from "@/components/schema-editor/change-list-view";
import { ConfirmFields, type TypedWords } from "@/components/schema-editor/confirm-fields";
import { ConflictList } from "@/components/schema-editor/conflict-list";
import { RequestPreview } from "@/components/schema-editor/request-preview";
import { ReviewNotes } from "@/components/schema-editor/review-notes";
import type { ReviewTarget } from "@/components/schema-editor/use-review";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Note } from "@/components/ui/note";
import { figure } from "@/lib/model/names";
import { changeCounts } from "@/lib/model/schema/change-counts";
import { reviewFacts } from "@/lib/model/schema/review-facts";
import type { SchemaReview } from "@/lib/model/schema/schema-answers";
import type { SchemaConflict } from "@/lib/model/schema/schema-changes";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import type { ConnectionDetail } from "@/lib/model/snapshot";

export interface ReviewBodyProps {
  editor: SchemaEditor;
  ask: ReviewTarget;
  review: SchemaReview;
  detail: ConnectionDetail | undefined;
  conflicts: readonly SchemaConflict[];
  why: string;
  onWhy: (why: string) => void;
  typed: TypedWords;
  onTyped: (typed: TypedWords) => void;
  onKeepMine: (conflicts: readonly SchemaConflict[]) => void;
  onTakeTheirs: (conflicts: readonly SchemaConflict[]) => void;
}

/** What would happen, what it costs, what is not known, and what would be sent. */
export function ReviewBody(props: ReviewBodyProps) {
  const { editor, ask, review, detail, conflicts } = props;
  const counts = useMemo(() => changeCounts(review.changes), [review]);
  const facts = useMemo(
    () =>
      reviewFacts({
        tree: editor.tree,
        changes: review.changes,
        destination: detail?.group.name ?? "the destination",
        supports_table_resync: detail?.service.supports_table_resync ?? null,
        syncing: detail ? detail.row.sync_state === "syncing" : null,
      }),
    [editor, review, detail],
  );
  const draft = ask.kind === "draft";
  return (
    <>
      {conflicts.length > 0 ? (
        <ConflictList
          title={draft ? "Edited elsewhere meanwhile" : "Not taken back"}
          conflicts={conflicts}
          onKeepMine={draft ? props.onKeepMine : undefined}
          onTakeTheirs={draft ? props.onTakeTheirs : undefined}
        />
      ) : null}
      {counts.total === 0 ? (
        <Note>
          {review.already > 0
            ? `Fivetran has ${review.already === 1 ? "this change" : `all ${figure(review.already)} changes`} already. There is nothing to send.`
            : "There is nothing to send."}
        </Note>
      ) : (
        <>
          <ReviewNotes kind="costs" sentences={facts.costs} />
          <ChangeListView changes={review.changes} />
          {review.already > 0 ? (
            <Note>{figure(review.already)} more of these changes Fivetran has already.</Note>
          ) : null}
          <ReviewNotes kind="unknown" sentences={facts.unknown} />
          <RequestPreview requests={review.requests} />
          <Field
            label="Why"
            hint="kept with the revision"
            help="Optional. What you would want to read here in a year."
          >
            {(control) => (
              <Input
                {...control}
                maxLength={500}
                value={props.why}
                onChange={(event) => props.onWhy(event.target.value)}
              />
            )}
          </Field>
          <ConfirmFields
            asked={review.confirmations}
            counts={counts}
            typed={props.typed}
            onTyped={props.onTyped}
          />
        </>
      )}
    </>
  );
}
