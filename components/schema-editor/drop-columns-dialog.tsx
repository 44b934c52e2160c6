"use client";
import { useMemo } from "react";
import { LongList } from "@/components/schema-editor/long-list";
import { PathWords } from "@/components/schema-editor/path-words";
import { RequestPreview } from "@/components/schema-editor/request-preview";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { countOf } from "@/lib/model/names";
import { buildPath } from "@/lib/model/path";
import { namedColumns } from "@/lib/model/schema/named-items";
import type { NodeSet } from "@/lib/model/schema/node-set";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { ENABLED } from "@/lib/model/schema/schema-tree";
import { ApiError, messageOf } from "@/lib/queries/api-error";
import { useDropColumns } from "@/lib/queries/schema-upstream-acts";

/** Deletes blocked columns from the destination with the next sync, behind typed words. */
export function DropColumnsDialog({
  connectionId,
  name,
  editor,
  selection,
  onClose,
}: {
  connectionId: string;
  /** The connection's name. */
  name: string;
  editor: SchemaEditor;
  selection: NodeSet;
  onClose: () => void;
}) {
  const drop = useDropColumns();
  const { blocked, open } = useMemo(() => {
    const columns = Array.from(selection).filter((node) => editor.kindOf(node) === "column");
    const isOn = (node: number) => (editor.flagsOf(node) & ENABLED) !== 0;
    return { blocked: columns.filter((node) => !isOn(node)), open: columns.filter(isOn).length };
  }, [editor, selection]);
  const paths = useMemo(() => blocked.map((node) => editor.pathOf(node)), [blocked, editor]);
  const body = useMemo(() => namedColumns(paths), [paths]);
  const path = buildPath("/connections/{connectionId}/schemas/drop-columns", { connectionId });
  const conflict = drop.error instanceof ApiError && drop.error.facts.upstream_status === 409;
  if (blocked.length === 0)
    return (
      <Dialog open onClose={onClose} title="Drop columns" actions={<Button onClick={onClose}>Close</Button>}>
        <p>
          None of the selected columns is blocked in Fivetran. Turn them off, apply that, and drop them then;
          an edit that is only in the draft does not count.
        </p>
      </Dialog>
    );
  return (
    <ConfirmDialog
      open
      danger
      typed="drop"
      onClose={onClose}
      onConfirm={() => drop.mutate({ id: connectionId, name, body }, { onSuccess: onClose })}
      title={`Drop ${countOf(paths.length, "column")}?`}
      verb={`Drop ${countOf(paths.length, "column")}`}
      pending={drop.isPending}
      error={
        drop.error
          ? conflict
            ? `${messageOf(drop.error)} Fivetran refused all of them: at least one is not blocked any more. Read the schema again.`
            : messageOf(drop.error)
          : undefined
      }
    >
      <p>
        Fivetran deletes{" "}
        {paths.length === 1 ? "this column and what it holds" : "these columns and what they hold"} from the
        destination. It does so with the next sync, and there is no status to follow until then. That cannot
        be undone.
      </p>
      <LongList
        label="Columns to drop"
        items={paths}
        first={5}
        keyOf={(one) => JSON.stringify(one)}
        row={(one) => <PathWords path={one} />}
      />
      {open > 0 ? <Note>Left out: {countOf(open, "selected column")} that Fivetran still syncs.</Note> : null}
      <RequestPreview requests={[{ method: "POST", path, body: JSON.stringify(body) }]} />
    </ConfirmDialog>
  );
}
