"use client";
import { ArrowRight, CircleDashed } from "lucide-react";
import { useUnfinished } from "@/components/connection/use-unfinished";
import { ButtonLink } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import type { ConnectionDetail } from "@/lib/model/snapshot";

/** On the page of a connection whose set-up was left half-way: what holds, and the way on. */
export function UnfinishedSetup({ detail }: { detail: ConnectionDetail }) {
  const draft = useUnfinished(detail);
  if (!draft) return null;
  return (
    <Note tone="incomplete" icon={CircleDashed}>
      <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="min-w-0 flex-1 basis-72">
          <b>Its set-up is not finished.</b>{" "}
          {detail.row.paused
            ? "It was created paused and stays so: nothing syncs before you start it."
            : "Its schema is being captured; no data is loaded before you start it."}
        </span>
        <ButtonLink look="primary" href={`/connections/new/${encodeURIComponent(draft.id)}`}>
          Continue setup <ArrowRight aria-hidden="true" />
        </ButtonLink>
      </span>
    </Note>
  );
}
