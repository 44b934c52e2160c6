import { singleton } from "@/lib/singleton";

interface Hook {
  name: string;
  stop: () => Promise<void> | void;
  order: number;
}

/** Requests in flight are drained at this order: lower hooks run before it, higher ones after it. */
export const DRAIN_ORDER = 50;

interface Registry {
  hooks: Hook[];
  /** Set once by the first `run`, so that a second caller waits for the same stop. */
  running: Promise<Failure[]> | null;
  run: () => Promise<Failure[]>;
}

export interface Failure {
  name: string;
  error: unknown;
}

/** The launcher, which is plain JavaScript, finds this by `Symbol.for("headgate.shutdown")`. */
const registry = singleton<Registry>("shutdown", () => ({
  hooks: [],
  running: null,
  run() {
    this.running ??= stopAll(this.hooks);
    return this.running;
  },
}));

/**
 * Has `stop` called once when the process is told to end. Hooks run by `order`, lowest first, those of
 * one order together: event streams and timers at 0, upstream and sandbox above `DRAIN_ORDER`, the store at 100.
 * A second registration under one name replaces the first.
 */
export function onShutdown(name: string, stop: () => Promise<void> | void, order = 0): void {
  registry.hooks = [...registry.hooks.filter((hook) => hook.name !== name), { name, stop, order }];
}

/** Runs every hook, whatever fails; answers with the failures. */
export const runShutdown = (): Promise<Failure[]> => registry.run();

async function stopAll(hooks: Hook[]): Promise<Failure[]> {
  const failures: Failure[] = [];
  const orders = [...new Set(hooks.map((hook) => hook.order))].sort((a, b) => a - b);
  for (const order of orders) {
    const group = hooks.filter((hook) => hook.order === order);
    const results = await Promise.allSettled(group.map(async (hook) => hook.stop()));
    for (const [index, result] of results.entries()) {
      if (result.status === "rejected")
        failures.push({ name: group[index]?.name ?? "", error: result.reason });
    }
  }
  return failures;
}
