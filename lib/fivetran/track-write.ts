import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { DRAIN_ORDER, onShutdown } from "@/lib/shutdown";
import { singleton } from "@/lib/singleton";

const LAST_MS = 1500;

const underWay = () =>
  singleton("writes-under-way", () => {
    const writes = new Set<Promise<unknown>>();
    onShutdown("writes", () => settled(writes), DRAIN_ORDER + 1);
    return writes;
  });

/** Keeps a write in sight until it ends, whoever still waits for it: a stop gives it a moment to be recorded. */
export function trackWrite<T>(work: Promise<T>): Promise<T> {
  const writes = underWay();
  writes.add(work);
  const forget = () => writes.delete(work);
  work.then(forget, forget);
  return work;
}

async function settled(writes: ReadonlySet<Promise<unknown>>): Promise<void> {
  await Promise.race([Promise.allSettled(writes), sleep(LAST_MS, undefined, { ref: false })]);
}
