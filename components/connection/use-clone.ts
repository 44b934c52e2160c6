"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { messageOf } from "@/lib/queries/api-error";
import { notify } from "@/lib/queries/notice";
import { beginSetupDraft, setupDraft, setupDrafts } from "@/lib/queries/setup-drafts";

/** Begins a new connection with the choices of this one, and goes there. Fivetran is not touched. */
export function useClone({ row }: ConnectionDetail): { clone: () => void; cloning: boolean } {
  const client = useQueryClient();
  const router = useRouter();
  const begin = useMutation({
    mutationFn: () => beginSetupDraft({ connection_id: row.id }),
    onSuccess: (draft) => {
      client.setQueryData(setupDraft(draft.id).queryKey, draft);
      void client.invalidateQueries({ queryKey: setupDrafts.queryKey });
      router.push(`/connections/new/${encodeURIComponent(draft.id)}`);
    },
    onError: (error) =>
      notify({ title: "Not cloned", name: row.schema, detail: messageOf(error), tone: "failed" }),
  });
  return { clone: () => begin.mutate(), cloning: begin.isPending };
}
