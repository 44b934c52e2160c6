"use client";
import { useQueries } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import type { FleetLine } from "@/lib/model/fleet/fleet-lines";
import type { FleetMark } from "@/lib/model/fleet/fleet-timeline";
import { type FleetAsk, fleetLanes } from "@/lib/queries/fleet";

/** So many connections are asked for at once. */
const BLOCK = 40;

/** The syncs of the connections in sight, and of those near them; what was known of them while they are read anew. */
export function useFleetLanes(
  lines: readonly FleetLine[],
  { first, end }: { first: number; end: number },
  ask: FleetAsk,
): { lanes: ReadonlyMap<string, readonly FleetMark[]>; error: Error | null } {
  const blocks = useMemo(() => {
    const asked: string[][] = [];
    for (let at = Math.floor(first / BLOCK) * BLOCK; at < end; at += BLOCK) {
      const ids = lines
        .slice(at, at + BLOCK)
        .flatMap((line) => (line.kind === "connection" ? [line.row.id] : []));
      if (ids.length > 0) asked.push(ids);
    }
    return asked;
  }, [lines, first, end]);
  const known = useRef(new Map<string, readonly FleetMark[]>());
  return useQueries({
    queries: blocks.map((ids) => fleetLanes(ids, ask)),
    combine: (answers) => {
      const lanes = new Map(known.current);
      for (const { data } of answers) for (const { id, marks } of data?.lanes ?? []) lanes.set(id, marks);
      known.current = lanes;
      return { lanes, error: answers.find(({ error }) => error)?.error ?? null };
    },
  });
}
