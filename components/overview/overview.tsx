"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { OverviewBoard } from "@/components/overview/overview-board";
import { OverviewSkeleton } from "@/components/overview/overview-skeleton";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Note } from "@/components/ui/note";
import { PageHead } from "@/components/ui/page-head";
import { accountSnapshot, accountStatus } from "@/lib/queries/account";
import { messageOf } from "@/lib/queries/api-error";

/** The Overview: the first look at an account while there is nothing to show yet, then how the account is. */
export function Overview({
  firstRun,
  timeline,
}: {
  firstRun: ReactNode;
  /** The connections over time. */
  timeline: ReactNode;
}) {
  const { data, error, isFetching, refetch } = useQuery(accountSnapshot);
  const { data: status } = useQuery(accountStatus);
  const again = (
    <Button size={data ? "sm" : "md"} pending={isFetching} onClick={() => void refetch()}>
      Try again
    </Button>
  );
  const state = status?.condition.state;
  const nothingYet = (data?.connections.length ?? 0) === 0;
  if (nothingYet && (state === "starting" || state === "refused" || (data && data.swept_at === null)))
    return (
      <>
        <PageHead title="Overview" />
        {firstRun}
      </>
    );
  if (!data)
    return (
      <>
        <PageHead title="Overview" />
        {error ? (
          <Empty art="dry" title="The account could not be read" actions={again}>
            {messageOf(error)}
          </Empty>
        ) : (
          <OverviewSkeleton />
        )}
      </>
    );
  if (nothingYet)
    return (
      <>
        <PageHead title="Overview" />
        <Empty art="waiting" title="No connections yet">
          This account has none, or its key may see none. Connections made in Fivetran appear here by
          themselves.
        </Empty>
      </>
    );
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
      <OverviewBoard snapshot={data} timeline={timeline} />
    </>
  );
}
