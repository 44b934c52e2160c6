"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Note } from "@/components/ui/note";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { ApiError, messageOf } from "@/lib/queries/api-error";
import { connectionDetail } from "@/lib/queries/connection";

/** Waits for the connection that was created; says so where it is gone or cannot be read. */
export function ConnectionGate({
  id,
  children,
}: {
  id: string;
  children: (detail: ConnectionDetail) => ReactNode;
}) {
  const { data, error } = useQuery(connectionDetail(id));
  const gone = error instanceof ApiError && error.code === "not_found";
  if (gone)
    return (
      <Empty
        art="dry"
        title="The connection is not in the account any more"
        actions={
          <ButtonLink look="primary" href="/connections">
            All connections
          </ButtonLink>
        }
      >
        <span className="mono wrap-anywhere">{data?.row.schema ?? id}</span> was created here; somebody has
        deleted it since. {messageOf(error)}
      </Empty>
    );
  if (!data && error)
    return (
      <Note tone="broken" role="alert">
        <b>The connection cannot be read now.</b> {messageOf(error)} It stays as it is; this page goes on
        asking.
      </Note>
    );
  if (!data)
    return (
      <Loading label="Reading the connection" className="grid gap-3">
        <Skeleton className="h-11 rounded-3" />
        <Skeleton className="h-40 rounded-3" />
      </Loading>
    );
  return (
    <>
      {error ? (
        <Note tone="unknown" role="status">
          What you see was read before: {messageOf(error)}
        </Note>
      ) : null}
      {children(data)}
    </>
  );
}
