"use client";
import { GitMerge } from "lucide-react";
import { useEditorVersion } from "@/components/schema-editor/use-editor-version";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import { countOf } from "@/lib/model/names";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { messageOf } from "@/lib/queries/api-error";

/** What a person should know before going on: old data, and edits that collide with others'. */
export function DeskNotes({
  trouble,
  readAt,
  editor,
  reviewing,
  onReview,
}: {
  trouble: Error | null;
  readAt: number;
  editor: SchemaEditor;
  /** The review shows them itself. */
  reviewing: boolean;
  onReview: () => void;
}) {
  useEditorVersion(editor);
  const conflicts = reviewing ? 0 : editor.conflicts.length;
  return (
    <>
      {trouble ? (
        <Note tone="unknown" role="status">
          <b>Not read anew.</b> {messageOf(trouble)} What you see was read <Time at={readAt} />.
        </Note>
      ) : null}
      {conflicts > 0 ? (
        <Note tone="delayed" icon={GitMerge} role="status">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <span className="min-w-0 flex-1 basis-64">
              <b>
                {countOf(conflicts, "edit")} of your draft {conflicts === 1 ? "collides" : "collide"} with
                what Fivetran has now.
              </b>{" "}
              The rest of the draft is kept.
            </span>
            <Button size="sm" onClick={onReview}>
              Look at {conflicts === 1 ? "it" : "them"}
            </Button>
          </span>
        </Note>
      ) : null}
    </>
  );
}
