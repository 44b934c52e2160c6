"use client";
import { useQuery } from "@tanstack/react-query";
import { lazyPiece } from "@/components/ui/lazy-piece";
import { accountSnapshot } from "@/lib/queries/account";

const FleetTimeline = lazyPiece("The timeline", () =>
  import("@/components/fleet/fleet-timeline").then((it) => it.FleetTimeline),
);

/** The fleet over time, once the account is known; its code comes when it is first drawn. */
export function Fleet() {
  const { data } = useQuery(accountSnapshot);
  return (
    // An empty panel until its own is there, so that nothing below moves.
    <div className="grid min-h-96 rounded-3 border border-line bg-surface [&>section]:-m-px">
      {data ? <FleetTimeline snapshot={data} /> : null}
    </div>
  );
}
