"use client";
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { SetupDraft } from "@/lib/model/setup-draft";
import { messageOf } from "@/lib/queries/api-error";
import { notify } from "@/lib/queries/notice";
import { beginSetupDraft, type SetupBeginning, setupDraft, setupDrafts } from "@/lib/queries/setup-drafts";

/** Begins a draft and goes to it. */
export function useBeginSetup(): UseMutationResult<SetupDraft, Error, SetupBeginning> {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: beginSetupDraft,
    onSuccess: (draft) => {
      client.setQueryData(setupDraft(draft.id).queryKey, draft);
      void client.invalidateQueries({ queryKey: setupDrafts.queryKey });
      router.push(`/connections/new/${encodeURIComponent(draft.id)}`);
    },
    onError: (error) => notify({ title: "Not begun", detail: messageOf(error), tone: "failed" }),
  });
}
