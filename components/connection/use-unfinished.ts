"use client";
import { useQuery } from "@tanstack/react-query";
import { firstSyncOf } from "@/lib/model/first-sync";
import type { SetupDraftHead } from "@/lib/model/setup-draft";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { setupDrafts } from "@/lib/queries/setup-drafts";

/** The person's draft that this connection was created from, as long as it was never started; null for none. */
export function useUnfinished(detail: ConnectionDetail): SetupDraftHead | null {
  const { data } = useQuery(setupDrafts);
  if (firstSyncOf(detail).state !== "not_started") return null;
  const { id } = detail.row;
  return data?.find(({ creation }) => creation.state === "created" && creation.connection_id === id) ?? null;
}
