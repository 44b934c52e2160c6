"use client";
import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { ALL_TIME, formatRange, parseRange, type TimeRange } from "@/lib/model/time-range";
import { TIMELINE_KINDS, type TimelineKind } from "@/lib/model/timeline";
import { UTC, type Zone, zoneOf } from "@/lib/model/zone";

const PARAMS = {
  kind: parseAsArrayOf(parseAsStringLiteral(TIMELINE_KINDS)).withDefault([]),
  actor: parseAsString,
  range: parseAsString.withDefault("all"),
  zone: parseAsString.withDefault(UTC),
  item: parseAsString,
};

export interface HistoryParams {
  /** Empty for all. */
  kinds: readonly TimelineKind[];
  actor: string | null;
  range: TimeRange;
  zone: Zone;
  /** The item whose details are open. */
  item: string | null;
  narrowed: boolean;
  toggleKind: (kind: TimelineKind) => void;
  setActor: (actor: string | null) => void;
  setRange: (range: TimeRange) => void;
  setZone: (zone: Zone) => void;
  open: (item: string | null) => void;
  clear: () => void;
}

/** What of the history is shown, kept in the address. */
export function useHistoryParams(): HistoryParams {
  const [{ kind, actor, range, zone, item }, set] = useQueryStates(PARAMS, { history: "push" });
  const read = useMemo(() => parseRange(range) ?? ALL_TIME, [range]);
  return {
    kinds: kind,
    actor,
    range: read,
    zone: zoneOf(zone),
    item,
    narrowed: kind.length > 0 || actor !== null || formatRange(read) !== "all",
    toggleKind: (one) =>
      void set({ kind: kind.includes(one) ? kind.filter((it) => it !== one) : [...kind, one] }),
    setActor: (next) => void set({ actor: next }),
    setRange: (next) => void set({ range: formatRange(next) }),
    setZone: (next) => void set({ zone: next }),
    open: (next) => void set({ item: next }, { history: "replace" }),
    clear: () => void set({ kind: [], actor: null, range: null }),
  };
}
