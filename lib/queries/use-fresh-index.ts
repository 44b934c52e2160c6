"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ConnectionIndex } from "@/lib/model/connection-index";
import { freshnessColumns } from "@/lib/model/objective/freshness-columns";
import { objectives } from "@/lib/queries/objectives";

const MINUTE = 60_000;
const NONE: readonly string[] = [];

/**
 * The index with how each row keeps its objective, worked out once a minute.
 * @param now in epoch milliseconds
 * @param ready whether the tags are known, which an objective may go by
 * @returns `pending` while the objectives, or what they go by, are on the way
 */
export function useFreshIndex(
  index: ConnectionIndex,
  ready: boolean,
  now: number,
): { index: ConnectionIndex; pending: boolean } {
  const { data, isPending } = useQuery(objectives);
  const minute = now - (now % MINUTE);
  const list = data?.objectives;
  const freshness = useMemo(() => {
    if (!list || list.length === 0 || !ready) return null;
    return freshnessColumns(list, index.rows, (id) => index.annotations.get(id)?.tags ?? NONE, minute);
  }, [list, index, ready, minute]);
  const whole = useMemo(() => (freshness ? { ...index, freshness } : index), [index, freshness]);
  return { index: whole, pending: isPending || !ready };
}
