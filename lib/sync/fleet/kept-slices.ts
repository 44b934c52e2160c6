import "server-only";
import type { FleetBin } from "@/lib/model/fleet/fleet-timeline";
import { singleton } from "@/lib/singleton";
import { hearEvents } from "@/lib/sync/hub";

/** Bins of groups, by the group's place; their pieces count from the epoch. */
export type Slice = ReadonlyMap<number, FleetBin[]>;

interface Kept {
  slice: Promise<Slice>;
  /** When it counts no longer. */
  until: number;
}

const HOUR = 3_600_000;
/** What ended so long ago is changed by late facts alone, and they may be seen late. */
const PAST_MS = 120_000;
/** What is going on counts until the next event: it is read once for all viewers that the event wakes. */
const PRESENT_MS = 5_000;
const MOST = 800;

interface Slices {
  events: number;
  all: Map<string, Kept>;
}

const slices = (): Slices =>
  singleton("fleet-slices", () => {
    const made: Slices = { events: 0, all: new Map() };
    hearEvents(() => {
      made.events += 1;
    });
    return made;
  });

/**
 * What `read` gives of the time before `end`, read once however many ask for it under this name.
 * @param end epoch milliseconds
 */
export function keptSlice(
  name: string,
  end: number,
  now: number,
  read: () => Promise<Slice>,
): Promise<Slice> {
  const { all, events } = slices();
  const past = end < now - HOUR;
  const key = past ? name : `${name} ${events}`;
  const known = all.get(key);
  if (known && known.until > now) return known.slice;
  const kept: Kept = { slice: read(), until: now + (past ? PAST_MS : PRESENT_MS) };
  all.delete(key);
  all.set(key, kept);
  kept.slice.catch(() => {
    if (all.get(key) === kept) all.delete(key);
  });
  for (const oldest of all.keys()) {
    if (all.size <= MOST) break;
    all.delete(oldest);
  }
  return kept.slice;
}
