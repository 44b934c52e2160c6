"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { RevisionItem } from "@/components/schema-editor/revision-item";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { Empty } from "@/components/ui/empty";
import { FailedRead } from "@/components/ui/failed-read";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { messageOf } from "@/lib/queries/api-error";
import { schemaRevisions } from "@/lib/queries/schema";

const PAGE = 50;

/** Every change of the schema config that was made here or found, newest first, with the ways back. */
export function HistoryDrawer({
  connectionId,
  first,
  onUndo,
  onRestore,
  onClose,
}: {
  connectionId: string;
  /** A revision to open at once. */
  first: number | null;
  onUndo: (revision: number) => void;
  onRestore: (revision: number) => void;
  onClose: () => void;
}) {
  const { data, error, refetch, isFetching } = useQuery(schemaRevisions(connectionId));
  const [opened, setOpened] = useState<number | null>(first);
  const [shown, setShown] = useState(PAGE);
  return (
    <Drawer title="History of the schema" onClose={onClose}>
      {error ? (
        <FailedRead what="The history could not be read." pending={isFetching} onAgain={() => void refetch()}>
          {messageOf(error)}
        </FailedRead>
      ) : null}
      {!data && !error ? (
        <Loading label="Loading the history" className="grid gap-3">
          <Skeleton className="h-14 rounded-2" />
          <Skeleton className="h-14 rounded-2" />
          <Skeleton className="h-14 rounded-2" />
        </Loading>
      ) : null}
      {data?.length === 0 ? (
        <Empty art="dry" title="No revisions yet" level={3} className="px-0 py-2 sm:px-0 sm:py-2">
          Each apply becomes a revision here, and so does every change that is found to have been made
          elsewhere.
        </Empty>
      ) : null}
      {data && data.length > 0 ? (
        <ol aria-label="Revisions, newest first" className="grid gap-2">
          {data.slice(0, shown).map((head, at) => (
            <RevisionItem
              key={head.number}
              connectionId={connectionId}
              head={head}
              newest={at === 0}
              open={opened === head.number}
              onToggle={() => setOpened(opened === head.number ? null : head.number)}
              onUndo={() => onUndo(head.number)}
              onRestore={() => onRestore(head.number)}
            />
          ))}
        </ol>
      ) : null}
      {data && data.length > shown ? (
        <Button onClick={() => setShown(shown + PAGE)}>Show older</Button>
      ) : null}
    </Drawer>
  );
}
