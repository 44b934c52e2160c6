"use client";
import { useEffect, useEffectEvent, useState } from "react";
import type { FleetParams } from "@/components/fleet/use-fleet-params";
import { type FleetWindow, windowOf } from "@/lib/model/fleet/fleet-window";
import type { TimeRange } from "@/lib/model/time-range";

/** A move counts as ended when nothing more came for so long. */
const SETTLED_MS = 300;
const MINUTE = 60_000;

/** The window that is shown, and a way to move it: at once on the screen, and in the address when the move has ended. */
export function useFleetWindow(
  { range, setRange }: FleetParams,
  now: number,
): [FleetWindow, (next: FleetWindow) => void] {
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
  return [held ?? windowOf(range, now), (to) => setMoved({ to, of: range })];
}
