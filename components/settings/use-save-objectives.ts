"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Objective, StoredObjectives } from "@/lib/model/objective/objective";
import { ApiError, messageOf } from "@/lib/queries/api-error";
import { notify } from "@/lib/queries/notice";
import { followsFromObjectives, objectives, saveObjectives } from "@/lib/queries/objectives";

interface Saving {
  /** The list that was read, changed. */
  change: (all: readonly Objective[]) => Objective[];
  /** "Objective added Critical" */
  done: string;
}

/** Changes the list as it was last read; where someone saved meanwhile it is read again and nothing is saved. */
export function useSaveObjectives({ after, quiet = false }: { after?: () => void; quiet?: boolean } = {}) {
  const client = useQueryClient();
  return useMutation<StoredObjectives, Error, Saving>({
    mutationFn: async ({ change }) => {
      const held = await client.ensureQueryData(objectives);
      return saveObjectives(held.version, change(held.objectives));
    },
    onSuccess: (saved, { done }) => {
      client.setQueryData(objectives.queryKey, saved);
      void client.invalidateQueries({ predicate: ({ queryKey }) => followsFromObjectives(queryKey) });
      notify({ title: done, tone: "done" });
      after?.();
    },
    onError: async (error) => {
      if (error instanceof ApiError && (error.code === "conflict" || error.code === "unknown_outcome"))
        await client.invalidateQueries({ queryKey: objectives.queryKey });
      if (!quiet) notify({ title: "Objectives not saved", detail: messageOf(error), tone: "failed" });
    },
  });
}
