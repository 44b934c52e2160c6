"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { ConnectionTabs } from "@/components/connection/connection-tabs";
import { ConnectionTrouble } from "@/components/connection/connection-trouble";
import { ServiceMark } from "@/components/sync-status/service-mark";
import { Skeleton } from "@/components/ui/skeleton";
import { ApiError } from "@/lib/queries/api-error";
import { connectionDetail } from "@/lib/queries/connection";

/** Around a page of a connection other than its status: whose page it is, and the way to the others. */
export function ConnectionFrame({ id, children }: { id: string; children: ReactNode }) {
  const { data, error } = useQuery(connectionDetail(id));
  const gone = error instanceof ApiError && error.code === "not_found";
  if (error && (!data || gone)) return <ConnectionTrouble id={id} error={error} last={data} />;
  return (
    <>
      <p className="flex min-h-6 min-w-0 items-center gap-2 text-ink-3 max-sm:hidden">
        {data ? (
          <>
            <ServiceMark service={data.service.name} />
            <span className="mono truncate font-medium text-ink [unicode-bidi:plaintext]">
              {data.row.schema}
            </span>
            <span className="ml-1 truncate text-xs">{data.service.name}</span>
            <ArrowRight aria-label="to" role="img" className="icon-sm" />
            <span className="mono truncate text-xs [unicode-bidi:plaintext]">{data.group.name}</span>
          </>
        ) : (
          <Skeleton className="h-3 w-64" />
        )}
      </p>
      <ConnectionTabs id={id} current="schema" />
      {children}
    </>
  );
}
