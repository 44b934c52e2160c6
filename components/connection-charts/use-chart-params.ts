"use client";
import { parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { formatRange, parseClosedRange, type TimeRange } from "@/lib/model/time-range";
import { UTC, type Zone, zoneOf } from "@/lib/model/zone";

const PARAMS = {
  range: parseAsString.withDefault("7d"),
  zone: parseAsString.withDefault(UTC),
};

const USUAL: TimeRange = { last: "7d" };

export interface ChartParams {
  range: TimeRange;
  zone: Zone;
  setRange: (range: TimeRange) => void;
  setZone: (zone: Zone) => void;
}

/** The range and the clock of the charts, kept in the address. */
export function useChartParams(): ChartParams {
  const [{ range, zone }, set] = useQueryStates(PARAMS, { history: "push" });
  const read = useMemo(() => parseClosedRange(range, USUAL), [range]);
  return {
    range: read,
    zone: zoneOf(zone),
    setRange: (next) => void set({ range: formatRange(next) }),
    setZone: (next) => void set({ zone: next }),
  };
}
