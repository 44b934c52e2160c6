import "server-only";
import { callMeter } from "@/lib/fivetran/call-meter";
import { errorText, log } from "@/lib/log";
import type { CallCount } from "@/lib/model/call-feature";
import { onShutdown } from "@/lib/shutdown";
import { singleton } from "@/lib/singleton";
import { addCallCounts, readCallCounts } from "@/lib/store/call-counts";
import { store } from "@/lib/store/db";
import { knownUpstream } from "@/lib/store/upstream";

const EVERY_MS = 60_000;
const HOUR = 3_600_000;

/** Has what this process asked of Fivetran written down once a minute, and at its end. */
export function startCounting(): void {
  singleton("call-counting", () => setInterval(() => void writeCalls(), EVERY_MS).unref());
  onShutdown("call counts", writeCalls, 95);
}

/** Writes down what was counted; what cannot be written is kept for the next time. */
export async function writeCalls(): Promise<void> {
  const upstream_id = knownUpstream();
  if (upstream_id === null) return;
  const counts = callMeter().take();
  try {
    await addCallCounts((await store()).db, upstream_id, counts);
  } catch (error) {
    callMeter().putBack(counts);
    log.warn({ error: errorText(error) }, "call counts");
  }
}

/**
 * The calls of the present hour and of so many before it, those of this process up to now, of others up to a minute ago.
 */
export async function callsOfHours(hours: number, now = Date.now()): Promise<CallCount[]> {
  const upstream_id = knownUpstream();
  const since = (Math.floor(now / HOUR) - hours) * HOUR;
  const present = callMeter().present();
  const kept = upstream_id === null ? [] : await readCallCounts((await store()).db, upstream_id, since);
  const sums = new Map<string, CallCount>();
  for (const { hour, feature, calls } of [...kept, ...present]) {
    const known = sums.get(`${hour} ${feature}`)?.calls ?? 0;
    sums.set(`${hour} ${feature}`, { hour, feature, calls: known + calls });
  }
  return [...sums.values()];
}
