"use client";
import type { UseMutationResult } from "@tanstack/react-query";
import { alertsKey } from "@/lib/queries/alerts";
import { type ToldAct, useToldAct } from "@/lib/queries/use-told-act";

/** A write about alerts, rules, channels or messages. */
export function useAlertAct<V, R>(act: ToldAct<V, R>): UseMutationResult<R, Error, V> {
  return useToldAct(alertsKey, act);
}
