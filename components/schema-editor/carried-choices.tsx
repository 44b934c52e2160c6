"use client";
import { useQuery } from "@tanstack/react-query";
import { CopyCheck } from "lucide-react";
import { useState } from "react";
import { ChangeDeltas } from "@/components/schema-editor/change-deltas";
import { LongList } from "@/components/schema-editor/long-list";
import { PathWords } from "@/components/schema-editor/path-words";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Panel, PanelBody } from "@/components/ui/panel";
import { countOf } from "@/lib/model/names";
import type { SchemaCarry } from "@/lib/model/schema/carry-choices";
import { changeCounts } from "@/lib/model/schema/change-counts";
import { mergeDrafts } from "@/lib/model/schema/merge-drafts";
import { NO_CHANGES } from "@/lib/model/schema/no-changes";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { messageOf } from "@/lib/queries/api-error";
import { schemaCarry } from "@/lib/queries/schema-carry";

/** The choices of the connection that this one began as, offered as edits of its draft. */
export function CarriedChoices({
  id,
  from,
  editor,
  reading,
  onLoad,
}: {
  id: string;
  /** Id of the other connection. */
  from: string;
  editor: SchemaEditor;
  reading: boolean;
  /** Reads the columns of these tables. */
  onLoad: (tables: SchemaCarry["unread"]) => void;
}) {
  const { data, error, isFetching, refetch } = useQuery(schemaCarry(id, from));
  const [taken, setTaken] = useState(false);
  const [listed, list] = useState(false);
  if (error)
    return (
      <Note tone="delayed">
        <b>The choices of the connection it was cloned from cannot be carried over now.</b> {messageOf(error)}{" "}
        <Button size="sm" pending={isFetching} onClick={() => void refetch()}>
          Try again
        </Button>
      </Note>
    );
  if (!data) return null;
  const counts = changeCounts(data.changes);
  const take = () => {
    editor.load(mergeDrafts(NO_CHANGES, editor.changes(), data.changes).changes);
    setTaken(true);
  };
  return (
    <Panel title="Choices carried over">
      <PanelBody className="grid gap-2.5">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p role="status" className="min-w-0 flex-1 basis-72 text-ink-2">
            {taken
              ? "Taken over into the draft: review and apply it."
              : counts.total === 0
                ? "This schema is chosen as that of the other connection already."
                : `${countOf(counts.total, "change")} would make it as that of the connection it began as.`}
          </p>
          {taken || counts.total === 0 ? null : (
            <Button onClick={take}>
              <CopyCheck aria-hidden="true" /> Take over {countOf(counts.total, "choice")}
            </Button>
          )}
        </div>
        {counts.total > 0 ? <ChangeDeltas counts={counts} /> : null}
        {data.unread.length > 0 ? (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-3 text-xs">
            Columns are chosen there in {countOf(data.unread.length, "table")} whose columns are not known
            here yet.
            <Button size="sm" pending={reading} onClick={() => onLoad(data.unread)}>
              Read their columns
            </Button>
          </p>
        ) : null}
        {data.locked > 0 ? (
          <p className="text-ink-3 text-xs">
            {countOf(data.locked, "choice")} cannot be made here: Fivetran locks them.
          </p>
        ) : null}
        {data.missing > 0 ? (
          <>
            <p className="text-ink-3 text-xs">
              {countOf(data.missing, "item")} of the other connection {data.missing === 1 ? "is" : "are"} not
              in this source.{" "}
              <button
                type="button"
                aria-expanded={listed}
                onClick={() => list(!listed)}
                className="link min-h-6 rounded-1"
              >
                {listed ? "Hide them" : "Show them"}
              </button>
            </p>
            {listed ? (
              <LongList
                label="Not in this source"
                items={data.missing_items}
                keyOf={(path) => JSON.stringify(path)}
                row={(path) => <PathWords path={path} />}
              />
            ) : null}
          </>
        ) : null}
      </PanelBody>
    </Panel>
  );
}
