"use client";
import { type QueryClient, type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { stateChangesKey } from "@/lib/queries/account";
import { ApiError, messageOf } from "@/lib/queries/api-error";
import { connectionDetail } from "@/lib/queries/connection";
import { notify } from "@/lib/queries/notice";
import { readAfresh } from "@/lib/queries/read-afresh";

/** The connection an act is about; `name` is its schema, for the notices. */
export interface Target {
  id: string;
  name: string;
}

/** `mutate(target)`, `isPending`, `error` and the rest of a mutation. */
export type Acting<V extends Target, R> = UseMutationResult<R, Error, V, (() => void) | undefined>;

interface Act<V extends Target, R> {
  run: (target: V) => Promise<R>;
  /** Shows the outcome before the answer; returns how to put it back. */
  ahead?: (client: QueryClient, target: V) => () => void;
  /** "Paused" */
  done: (target: V) => string;
  /** "Not paused" */
  failed: (target: V) => string;
  /** How to take it back. */
  undo?: (target: V) => (() => void) | undefined;
  /** Set where a success leaves nothing to look at. */
  removes?: boolean;
  /** Leave the failure to the place that asked; its dialog or form shows it. */
  quiet?: boolean;
}

/**
 * A write on one connection as a mutation: notices with the same verb, an honest way back, and a fresh look at
 * the connection whatever came of it. A lost answer is put back neither as done nor as failed.
 */
export function useAct<V extends Target, R>(act: Act<V, R>): Acting<V, R> {
  const client = useQueryClient();
  return useMutation<R, Error, V, (() => void) | undefined>({
    mutationFn: act.run,
    onMutate: (target) => act.ahead?.(client, target),
    onSuccess: (_, target) => {
      const undo = act.undo?.(target);
      notify({
        title: act.done(target),
        name: target.name,
        tone: "done",
        ...(undo ? { action: { label: "Undo", run: undo } } : {}),
      });
    },
    onError: (error, target, putBack) => {
      putBack?.();
      if (act.quiet) return;
      const unknown = error instanceof ApiError && error.code === "unknown_outcome";
      notify({
        title: unknown ? "Outcome not known" : act.failed(target),
        name: target.name,
        detail: messageOf(error),
        tone: unknown ? "unknown" : "failed",
      });
    },
    onSettled: (_, error, target) => {
      if (act.removes && !error) return;
      void readAfresh(client, { queryKey: connectionDetail(target.id).queryKey });
      void readAfresh(client, { queryKey: stateChangesKey });
    },
  });
}
