"use client";
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useSetup } from "@/components/wizard/setup-context";
import { stepOfPath } from "@/components/wizard/wizard-steps";
import { fieldOfMessage } from "@/lib/model/connector/field-of-message";
import { newConnectionOf } from "@/lib/model/connector/new-connection";
import type { SetupDraft } from "@/lib/model/setup-draft";
import { ApiError } from "@/lib/queries/api-error";
import { createConnection, type NewConnectionBody } from "@/lib/queries/setup-creation";
import { setupDraft, setupDrafts } from "@/lib/queries/setup-drafts";

/**
 * Sends the one request that creates the connection. A refusal is shown at the field that it names; `again` sends once
 * more after a lost answer that a look has not found.
 */
export function useCreateConnection(): UseMutationResult<SetupDraft, Error, { again: boolean }> {
  const { draft, form, settings, saver, values, go } = useSetup();
  const client = useQueryClient();
  const show = (field: string | null, message: string) => {
    const path = field ?? fieldOfMessage(form, message);
    if (path === null) return;
    go(stepOfPath(form, path), path);
    settings.issues.tell({ path, message });
  };
  return useMutation({
    mutationKey: ["create-connection", draft.id],
    mutationFn: async ({ again }) => {
      await saver.flush();
      return createConnection(draft.id, newConnectionOf(form, values()) as NewConnectionBody, { again });
    },
    onSuccess: (after) => {
      client.setQueryData(setupDraft(draft.id).queryKey, after);
      void client.invalidateQueries({ queryKey: setupDrafts.queryKey });
      const { creation } = after;
      if (creation.state === "created") go("tests");
      if (creation.state === "refused") show(creation.field, creation.message);
    },
    onError: (error) => {
      if (error instanceof ApiError && error.code === "invalid")
        show(error.facts.field ?? null, error.message);
      // What came of it stands in the draft, whatever became of this answer.
      void client.invalidateQueries({ queryKey: setupDraft(draft.id).queryKey });
    },
  });
}
