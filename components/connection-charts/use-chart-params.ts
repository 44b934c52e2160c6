"use client";
import { parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";
import { formatRange, parseRange, type TimeRange } from "@/lib/model/time-range";
import { isZone, UTC, type Zone } from "@/lib/model/zone";

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
  const read = useMemo(() => {
    const told = parseRange(range) ?? USUAL;
    return "last" in told || (told.from !== null && told.until !== null) ? told : USUAL;
  }, [range]);
  return {
    range: read,
    zone: isZone(zone) ? zone : UTC,
    setRange: (next) => void set({ range: formatRange(next) }),
    setZone: (next) => void set({ zone: next }),
  };
}
