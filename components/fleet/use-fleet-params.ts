"use client";
import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { FLEET_GROUPINGS, type FleetGrouping } from "@/lib/model/fleet/fleet-timeline";
import { formatRange, parseClosedRange, type TimeRange } from "@/lib/model/time-range";
import { UTC, type Zone, zoneOf } from "@/lib/model/zone";

const PARAMS = {
  range: parseAsString.withDefault("24h"),
  zone: parseAsString.withDefault(UTC),
  by: parseAsStringLiteral(FLEET_GROUPINGS).withDefault("destination"),
  open: parseAsArrayOf(parseAsString),
  whole: parseAsArrayOf(parseAsString).withDefault([]),
  table: parseAsBoolean.withDefault(false),
};

export interface FleetParams {
  range: TimeRange;
  zone: Zone;
  by: FleetGrouping;
  /** Keys of the open groups; null while nobody chose. */
  open: readonly string[] | null;
  /** Keys of the groups that list all their connections. */
  whole: readonly string[];
  table: boolean;
  /** `quietly` for one of many small moves, which are no steps to go back. */
  setRange: (range: TimeRange, quietly?: boolean) => void;
  setZone: (zone: Zone) => void;
  setBy: (by: FleetGrouping) => void;
  setOpen: (open: readonly string[]) => void;
  listWhole: (key: string) => void;
  setTable: (table: boolean) => void;
}

export const USUAL: TimeRange = { last: "24h" };

/** What the fleet timeline shows, kept in the address. */
export function useFleetParams(): FleetParams {
  const [{ range, zone, by, open, whole, table }, set] = useQueryStates(PARAMS, { history: "push" });
  const read = useMemo(() => parseClosedRange(range, USUAL), [range]);
  return {
    range: read,
    zone: zoneOf(zone),
    by,
    open,
    whole,
    table,
    setRange: (next, quietly = false) =>
      void set({ range: formatRange(next) }, { history: quietly ? "replace" : "push", scroll: false }),
    setZone: (next) => void set({ zone: next }),
    setBy: (next) => void set({ by: next, open: null, whole: null }),
    setOpen: (next) => void set({ open: [...next] }, { history: "replace" }),
    listWhole: (key) => void set({ whole: [...whole, key] }, { history: "replace" }),
    setTable: (next) => void set({ table: next }, { history: "replace" }),
  };
}
