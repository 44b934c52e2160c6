"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { DifferenceTable } from "@/components/connection-history/difference-table";
import { FailedRead } from "@/components/ui/failed-read";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { countOf, figure } from "@/lib/model/names";
import { differenceRows } from "@/lib/model/schema/difference-rows";
import type { SchemaRevisionHead } from "@/lib/model/schema/schema-answers";
import { messageOf } from "@/lib/queries/api-error";
import { schemaRevision } from "@/lib/queries/schema";

const MOST = 200;

/** What a revision of the schema changed, its beginning where it is long. */
export function RevisionDetails({ id, revision }: { id: string; revision: SchemaRevisionHead }) {
  const { data, error, isFetching, refetch } = useQuery(schemaRevision(id, revision.number));
  if (!data && error)
    return (
      <FailedRead pending={isFetching} onAgain={() => void refetch()}>
        {messageOf(error)}
      </FailedRead>
    );
  if (!data)
    return (
      <Loading label="Loading what it changed">
        <Skeleton className="h-16 rounded-2" />
      </Loading>
    );
  const rows = differenceRows(data.changes, MOST);
  return (
    <>
      <DifferenceTable rows={rows} />
      <p className="text-ink-3 text-xs">
        {rows.length >= MOST
          ? `The first ${figure(MOST)} of ${countOf(revision.counts.total, "change")}. `
          : ""}
        <Link href={`/connections/${encodeURIComponent(id)}/schema`} className="text-accent-text underline">
          The schema’s own history
        </Link>{" "}
        has the ways back.
      </p>
    </>
  );
}
