"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ConnectionList } from "@/components/connections/connection-list";
import { ListSkeleton } from "@/components/connections/list-skeleton";
import { NewConnectionLink } from "@/components/connections/new-connection-link";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { accountSnapshot, accountStatus } from "@/lib/queries/account";
import { messageOf } from "@/lib/queries/api-error";

/** The Connections page: waits for the snapshot, then shows the list; what was read once stays when reading fails. */
export function Connections({ firstRun }: { firstRun?: ReactNode }) {
  const { data, error, isFetching, refetch } = useQuery(accountSnapshot);
  const { data: status } = useQuery(accountStatus);
  const again = (
    <Button size={data ? "sm" : "md"} pending={isFetching} onClick={() => void refetch()}>
      Try again
    </Button>
  );
  if (!data && error)
    return (
      <>
        <PageHead title="Connections" />
        <Empty art="dry" title="The connections could not be read" actions={again}>
          {messageOf(error)}
        </Empty>
      </>
    );
  if (!data)
    return (
      <>
        <PageHead title="Connections" />
        <ListSkeleton />
      </>
    );
  if (data.connections.length === 0) {
    const starting = data.swept_at === null || status?.condition.state === "starting";
    return (
      <>
        <PageHead title="Connections" />
        {starting && firstRun ? firstRun : <NoConnections starting={starting} />}
      </>
    );
  }
  return (
    <>
      {error ? (
        <Note tone="unknown" role="status">
          <span className="flex flex-wrap items-center justify-between gap-2">
            <span>
              <b>Not read anew.</b> {messageOf(error)} Below is what was read before.
            </span>
            {again}
          </span>
        </Note>
      ) : null}
      <ConnectionList snapshot={data} />
    </>
  );
}

function NoConnections({ starting }: { starting: boolean }) {
  if (starting)
    return (
      <Empty art="waiting" title="Reading the account for the first time">
        Connections appear here as soon as the first reading is complete.
      </Empty>
    );
  return (
    <Empty art="waiting" title="No connections yet" actions={<NewConnectionLink />}>
      Pick a source, say where it goes, choose and hash its columns, then open the gate. Connections made in
      Fivetran appear here by themselves, as far as the key may see them.
    </Empty>
  );
}
