"use client";
import type { UseMutationResult } from "@tanstack/react-query";
import { type ToldAct, useToldAct } from "@/lib/queries/use-told-act";
import { webhooksKey } from "@/lib/queries/webhooks";

/** A write about a webhook. */
export function useWebhookAct<V, R>(act: ToldAct<V, R>): UseMutationResult<R, Error, V> {
  return useToldAct(webhooksKey, act);
}
