"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { type ConnectionTab, ConnectionTabs } from "@/components/connection/connection-tabs";
import { ConnectionTrouble } from "@/components/connection/connection-trouble";
import { ServiceMark } from "@/components/sync-status/service-mark";
import { Skeleton } from "@/components/ui/skeleton";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { ApiError } from "@/lib/queries/api-error";
import { connectionDetail } from "@/lib/queries/connection";

/** Around a page of a connection other than its status: whose page it is, and the way to the others. */
export function ConnectionFrame({
  id,
  current,
  children,
}: {
  id: string;
  current: ConnectionTab;
  children: ReactNode;
}) {
  const { data, error } = useQuery(connectionDetail(id));
  const gone = error instanceof ApiError && error.code === "not_found";
  if (error && (!data || gone)) return <ConnectionTrouble id={id} error={error} last={data} />;
  return (
    <>
      <div className="relative">
        <ConnectionTabs id={id} current={current} />
        <p className="absolute top-0 right-0 flex h-7 max-w-[calc(100%-330px)] items-center gap-2 text-ink-3 text-xs max-sm:hidden">
          {data ? <Whose detail={data} /> : <Skeleton className="h-3 w-64" />}
        </p>
      </div>
      {children}
    </>
  );
}

function Whose({ detail: { row, service, group } }: { detail: ConnectionDetail }) {
  return (
    <>
      <ServiceMark service={service.name} />
      <span className="mono truncate font-medium text-ink [unicode-bidi:plaintext]">{row.schema}</span>
      <span className="shrink-0">{service.name}</span>
      <ArrowRight aria-label="to" role="img" className="icon-sm" />
      <span className="mono truncate [unicode-bidi:plaintext]">{group.name}</span>
    </>
  );
}
