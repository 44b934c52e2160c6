"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronRight, History, RotateCcw } from "lucide-react";
import { useId } from "react";
import { ChangeDeltas } from "@/components/schema-editor/change-deltas";
import { ChangeListView } from "@/components/schema-editor/change-list-view";
import { causeWords, whenWords } from "@/components/schema-editor/revision-words";
import { Button } from "@/components/ui/button";
import { FailedRead } from "@/components/ui/failed-read";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { useNow } from "@/components/ui/use-now";
import type { SchemaRevisionHead } from "@/lib/model/schema/schema-answers";
import { isoTime } from "@/lib/model/time";
import { messageOf } from "@/lib/queries/api-error";
import { schemaRevision } from "@/lib/queries/schema";

/** One revision: who, when, why and how much; open, what it changed and the ways back. */
export function RevisionItem({
  connectionId,
  head,
  newest,
  open,
  onToggle,
  onUndo,
  onRestore,
}: {
  connectionId: string;
  head: SchemaRevisionHead;
  newest: boolean;
  open: boolean;
  onToggle: () => void;
  onUndo: () => void;
  onRestore: () => void;
}) {
  const now = useNow();
  const name = useId();
  return (
    <li className="rounded-2 border border-line">
      <button
        type="button"
        aria-expanded={open}
        aria-labelledby={name}
        onClick={onToggle}
        className="flex w-full items-start gap-2 rounded-2 px-2.5 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2"
      >
        <ChevronRight
          aria-hidden="true"
          className={`icon-sm mt-[3px] shrink-0 text-ink-3 ${open ? "rotate-90" : ""}`}
        />
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span id={name} className="flex flex-wrap items-baseline gap-x-2">
            <b className="font-medium">{causeWords(head)}</b>
            <span className="ml-auto text-ink-3 text-xs">revision {head.number}</span>
          </span>
          <span className="text-ink-3 text-xs">
            <time dateTime={isoTime(head.at)} title={isoTime(head.at)}>
              {whenWords(head, now)}
            </time>
            {head.actor ? ` by ${head.actor}` : ""}
          </span>
          {head.why ? <q className="wrap-anywhere text-ink-2 text-xs">{head.why}</q> : null}
          <ChangeDeltas counts={head.counts} />
        </span>
      </button>
      {open ? (
        <div className="grid gap-3 border-line border-t p-2.5">
          <Opened
            connectionId={connectionId}
            number={head.number}
            newest={newest}
            onUndo={onUndo}
            onRestore={onRestore}
          />
        </div>
      ) : null}
    </li>
  );
}

/** What it changed, and under that the ways back, which nothing that arrives may push from under a pointer. */
function Opened({
  connectionId,
  number,
  newest,
  onUndo,
  onRestore,
}: {
  connectionId: string;
  number: number;
  newest: boolean;
  onUndo: () => void;
  onRestore: () => void;
}) {
  const { data, error, isFetching, refetch } = useQuery(schemaRevision(connectionId, number));
  if (!data && !error)
    return (
      <Loading label="Loading what it changed">
        <Skeleton className="h-16 rounded-2" />
      </Loading>
    );
  return (
    <>
      {data ? (
        <ChangeListView changes={data.changes} />
      ) : (
        <FailedRead pending={isFetching} onAgain={() => void refetch()}>
          {messageOf(error)}
        </FailedRead>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={onUndo}>
          <RotateCcw aria-hidden="true" />
          Undo this
        </Button>
        <Button
          size="sm"
          onClick={onRestore}
          {...(newest ? { offBecause: "Nothing was changed after it" } : {})}
        >
          <History aria-hidden="true" />
          Restore to this
        </Button>
        <p className="w-full text-ink-3 text-xs">Both are shown in full before anything is sent.</p>
      </div>
    </>
  );
}
