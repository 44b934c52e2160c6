"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowRight, CircleDashed } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { firstSyncOf } from "@/lib/model/first-sync";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { setupDrafts } from "@/lib/queries/setup-drafts";

/** On the page of a connection whose set-up was left half-way: what holds, and the way on. */
export function UnfinishedSetup({ detail }: { detail: ConnectionDetail }) {
  const { data } = useQuery(setupDrafts);
  const draft = data?.find(
    ({ creation }) => creation.state === "created" && creation.connection_id === detail.row.id,
  );
  if (!draft || firstSyncOf(detail).state !== "not_started") return null;
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
