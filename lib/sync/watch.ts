import "server-only";
import { singleton } from "@/lib/singleton";

const WATCHED_MS = 30_000;

interface Watching {
  until: Map<string, number>;
  wake: () => void;
}

const watching = (): Watching => singleton("watching", () => ({ until: new Map(), wake: () => {} }));

/** Notes that someone has this connection's page open; holds for 30 s. */
export function markWatched(connectionId: string, now = Date.now()): void {
  const { until, wake } = watching();
  const fresh = (until.get(connectionId) ?? 0) <= now;
  until.set(connectionId, now + WATCHED_MS);
  if (fresh) wake();
}

/** The connections whose pages are open. */
export function watchedNow(now = Date.now()): Set<string> {
  const { until } = watching();
  for (const [id, at] of until) if (at <= now) until.delete(id);
  return new Set(until.keys());
}

/** Has the poller called when a connection begins to be watched. */
export function onWatch(wake: () => void): void {
  watching().wake = wake;
}
