"use client";
import { useMemo } from "react";
import { LongList } from "@/components/schema-editor/long-list";
import { PathWords } from "@/components/schema-editor/path-words";
import { RequestPreview } from "@/components/schema-editor/request-preview";
import { Button, ButtonLink } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { countOf } from "@/lib/model/names";
import { buildPath } from "@/lib/model/path";
import { namedTables } from "@/lib/model/schema/named-items";
import type { NodeSet } from "@/lib/model/schema/node-set";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { messageOf } from "@/lib/queries/api-error";
import { useResyncTables } from "@/lib/queries/schema-upstream-acts";

/** Reads whole tables again from their beginning, many in one call, behind typed words. */
export function ResyncTablesDialog({
  detail,
  editor,
  selection,
  onClose,
}: {
  detail: ConnectionDetail;
  editor: SchemaEditor;
  selection: NodeSet;
  onClose: () => void;
}) {
  const { row, service } = detail;
  const resync = useResyncTables();
  const { paths, off } = useMemo(() => {
    const tables = Array.from(selection).filter((node) => editor.kindOf(node) === "table");
    const on = tables.filter((node) => editor.isEffective(node));
    return { paths: on.map((node) => editor.pathOf(node)), off: tables.length - on.length };
  }, [editor, selection]);
  const body = useMemo(() => namedTables(paths), [paths]);
  if (!service.supports_table_resync)
    return (
      <Dialog
        open
        onClose={onClose}
        title="Re-sync tables"
        actions={
          <ButtonLink href={`/connections/${encodeURIComponent(row.id)}`}>
            Go to re-sync everything
          </ButtonLink>
        }
      >
        <p>
          {service.name} cannot re-sync single tables. Only the whole connection can be re-synced, from its
          Status page.
        </p>
      </Dialog>
    );
  if (paths.length === 0)
    return (
      <Dialog
        open
        onClose={onClose}
        title="Re-sync tables"
        actions={<Button onClick={onClose}>Close</Button>}
      >
        <p>None of the selected tables is synced, so there is nothing to read again.</p>
      </Dialog>
    );
  const one = paths.length === 1;
  const path = buildPath("/connections/{connectionId}/schemas/tables/resync", { connectionId: row.id });
  return (
    <ConfirmDialog
      open
      typed="re-sync"
      onClose={onClose}
      onConfirm={() => resync.mutate({ id: row.id, name: row.schema, body }, { onSuccess: onClose })}
      title={`Re-sync ${countOf(paths.length, "table")}?`}
      verb={`Re-sync ${countOf(paths.length, "table")}`}
      pending={resync.isPending}
      error={resync.error ? messageOf(resync.error) : undefined}
    >
      <p>
        Fivetran reads {one ? "this table" : "these tables"} of {service.name} again from{" "}
        {one ? "its" : "their"} beginning. How many rows {one ? "it has" : "they have"} is not known here;
        that can take long, loads the source, and may cost more than usual. It cannot be taken back.
      </p>
      <LongList
        label="Tables to re-sync"
        items={paths}
        first={5}
        keyOf={(one) => JSON.stringify(one)}
        row={(one) => <PathWords path={one} />}
      />
      {off > 0 ? <Note>Left out: {countOf(off, "selected table")} turned off.</Note> : null}
      {editor.counts().total > 0 ? <Note>The draft is not part of it; it has not been applied.</Note> : null}
      <RequestPreview requests={[{ method: "POST", path, body: JSON.stringify(body) }]} />
    </ConfirmDialog>
  );
}
