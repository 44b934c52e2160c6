"use client";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { CopyBox } from "@/components/ui/copy-box";
import { Skeleton } from "@/components/ui/skeleton";
import type { GroupRow } from "@/lib/model/snapshot";
import { messageOf } from "@/lib/queries/api-error";
import { groupPublicKey } from "@/lib/queries/network-options";

/** The key by which Fivetran's tunnels of a destination show themselves to the jump host. */
export function GroupKey({ group }: { group: GroupRow }) {
  const { data, error, isFetching, refetch } = useQuery(groupPublicKey(group.id));
  return (
    <section aria-label="Public key of this group" className="grid grid-cols-[minmax(0,1fr)] gap-[5px]">
      <h3 className="flex flex-wrap items-baseline gap-1.5 font-medium">
        Public key of this group
        <small className="font-normal text-ink-3 text-xs">add it to authorized_keys of the tunnel user</small>
      </h3>
      {data ? (
        <CopyBox text={data} label="Copy the public key" />
      ) : error ? (
        <p className="text-broken-text text-xs">
          {messageOf(error)}{" "}
          <Button size="sm" pending={isFetching} onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      ) : (
        <Skeleton className="h-8 w-full" />
      )}
    </section>
  );
}
