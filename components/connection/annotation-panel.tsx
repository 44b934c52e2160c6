"use client";
import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { useState } from "react";
import { tagHref } from "@/components/connection/tag-href";
import { Button } from "@/components/ui/button";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { Note } from "@/components/ui/note";
import { Panel, PanelBody } from "@/components/ui/panel";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { TagList } from "@/components/ui/tag-list";
import { Time } from "@/components/ui/time";
import type { StoredAnnotation } from "@/lib/model/annotation";
import type { ConnectionRow } from "@/lib/model/snapshot";
import { connectionAnnotation } from "@/lib/queries/annotations";
import { messageOf } from "@/lib/queries/api-error";

const AnnotationForm = lazyPiece("The form", () =>
  import("@/components/connection/annotation-form").then((it) => it.AnnotationForm),
);

/** What people say about a connection; the form opens in its place. */
export function AnnotationPanel({ row }: { row: ConnectionRow }) {
  const { data, error } = useQuery(connectionAnnotation(row.id));
  const [editing, setEditing] = useState(false);
  return (
    <Panel
      title="About"
      sub={data && data.version > 0 ? <Saved by={data.saved_by} at={data.saved_at} /> : undefined}
      end={
        data && !editing ? (
          <Button size="sm" onPointerEnter={AnnotationForm.preload} onClick={() => setEditing(true)}>
            Edit
          </Button>
        ) : null
      }
    >
      <PanelBody>
        {data && editing ? (
          <AnnotationForm id={row.id} name={row.schema} held={data} onDone={() => setEditing(false)} />
        ) : data ? (
          <Said annotation={data} />
        ) : error ? (
          <Note tone="unknown">{messageOf(error)}</Note>
        ) : (
          <Loading label="Loading what is said about it">
            <Skeleton className="h-12 rounded-2" />
          </Loading>
        )}
      </PanelBody>
    </Panel>
  );
}

function Saved({ by, at }: { by: string; at: number }) {
  return (
    <>
      {by}, <Time at={at} every={1_000} />
    </>
  );
}

function Said({ annotation: { tags, owners, notes, runbook } }: { annotation: StoredAnnotation }) {
  if (tags.length + owners.length === 0 && notes === "" && runbook === "")
    return <p className="text-ink-2">No tags, owners, notes or runbook yet. They stay in this console.</p>;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      {tags.length > 0 ? (
        <>
          <dt className="text-ink-3 leading-6">Tags</dt>
          <dd>
            <TagList tags={tags} hrefOf={tagHref} className="flex-wrap justify-end" />
          </dd>
        </>
      ) : null}
      {owners.length > 0 ? (
        <>
          <dt className="text-ink-3">{owners.length === 1 ? "Owner" : "Owners"}</dt>
          <dd className="wrap-anywhere text-right font-medium">
            {owners.map((owner) => (
              <bdi key={owner} className="block">
                {owner}
              </bdi>
            ))}
          </dd>
        </>
      ) : null}
      {runbook === "" ? null : (
        <>
          <dt className="text-ink-3">Runbook</dt>
          <dd className="min-w-0 text-right">
            <a
              href={runbook}
              target="_blank"
              rel="noopener noreferrer"
              title={runbook}
              className="link inline-flex max-w-full items-center gap-1"
            >
              <bdi className="truncate">{runbook.replace(/^https?:\/\//i, "")}</bdi>
              <ExternalLink aria-label="opens a new tab" role="img" className="icon-sm shrink-0" />
            </a>
          </dd>
        </>
      )}
      {notes === "" ? null : (
        <>
          <dt className="sr-only">Notes</dt>
          <dd className="wrap-anywhere col-span-2 whitespace-pre-line [unicode-bidi:plaintext]">{notes}</dd>
        </>
      )}
    </dl>
  );
}
