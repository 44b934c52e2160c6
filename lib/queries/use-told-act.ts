"use client";
import { type QueryKey, type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError, messageOf } from "@/lib/queries/api-error";
import { notify } from "@/lib/queries/notice";

export interface ToldAct<V, R> {
  run: (input: V) => Promise<R>;
  /** "Webhook switched off" */
  done: (result: R, input: V) => string | { title: string; detail: string; tone: "done" | "failed" };
  /** "Not switched off" */
  failed: string;
  /** Called after a success. */
  after?: () => void;
  /** Leaves a failure to the place that asked. */
  quiet?: boolean;
}

/** A write about what is held under a key: notices by the same verb, and a fresh look whatever came of it. */
export function useToldAct<V, R>(key: QueryKey, act: ToldAct<V, R>): UseMutationResult<R, Error, V> {
  const client = useQueryClient();
  return useMutation<R, Error, V>({
    mutationFn: act.run,
    onSuccess: (result, input) => {
      const said = act.done(result, input);
      notify(typeof said === "string" ? { title: said, tone: "done" } : said);
      act.after?.();
    },
    onError: (error) => {
      if (act.quiet) return;
      const unknown = error instanceof ApiError && error.code === "unknown_outcome";
      notify({
        title: unknown ? "Outcome not known" : act.failed,
        detail: messageOf(error),
        tone: unknown ? "unknown" : "failed",
      });
    },
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
