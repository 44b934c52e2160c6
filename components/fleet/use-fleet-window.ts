"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { type FleetParams, USUAL } from "@/components/fleet/use-fleet-params";
import { type FleetWindow, windowOf } from "@/lib/model/fleet/fleet-window";
import type { TimeRange } from "@/lib/model/time-range";

/** A move counts as ended when nothing more came for so long. */
const SETTLED_MS = 300;
const MINUTE = 60_000;

/**
 * The window that is shown, a way to move it (at once on the screen, in the address when the move has ended), and the
 * way back to the range that moves along.
 */
export function useFleetWindow(
  { range, setRange }: FleetParams,
  now: number,
): [window: FleetWindow, move: (next: FleetWindow) => void, recent: () => void] {
  const [moved, setMoved] = useState<{ to: FleetWindow; of: TimeRange } | null>(null);
  const held = moved?.of === range ? moved.to : null;
  const settle = useEffectEvent(({ from, until }: FleetWindow) => {
    const start = Math.round(from / MINUTE) * MINUTE;
    setRange({ from: start, until: Math.max(Math.round(until / MINUTE) * MINUTE, start + MINUTE) }, true);
  });
  useEffect(() => {
    if (!held) return;
    const timer = setTimeout(() => settle(held), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [held]);
  const recent = () => {
    setMoved(null);
    setRange(USUAL);
  };
  return [held ?? windowOf(range, now), (to) => setMoved({ to, of: range }), recent];
}
