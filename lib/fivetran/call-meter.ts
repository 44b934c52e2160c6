import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Call } from "@/lib/fivetran/call";
import { type CallCount, type CallFeature, featureOf } from "@/lib/model/call-feature";
import { singleton } from "@/lib/singleton";

const HOUR = 3_600_000;

const reason = singleton("call-reason", () => new AsyncLocalStorage<CallFeature>());

/** Has the calls of `work` counted as this feature's, whatever their operations say. */
export const countedAs = <T>(feature: CallFeature, work: () => Promise<T>): Promise<T> =>
  reason.run(feature, work);

/** Counts the calls of this process by hour and feature until they are written down. */
export class CallMeter {
  #counts = new Map<string, CallCount>();

  add({ operation, as }: Pick<Call, "operation" | "as">, now: number): void {
    const feature = reason.getStore() ?? featureOf(operation, as);
    this.#add({ hour: Math.floor(now / HOUR) * HOUR, feature, calls: 1 });
  }

  /** What was counted since the last time; it is for the caller to keep from here. */
  take(): CallCount[] {
    const counts = this.present();
    this.#counts = new Map();
    return counts;
  }

  /** What `take` gave and could not be kept. */
  putBack(counts: readonly CallCount[]): void {
    for (const count of counts) this.#add(count);
  }

  /** What is not written down yet. */
  present(): CallCount[] {
    return [...this.#counts.values()];
  }

  #add({ hour, feature, calls }: CallCount): void {
    const key = `${hour} ${feature}`;
    const known = this.#counts.get(key);
    if (known) known.calls += calls;
    else this.#counts.set(key, { hour, feature, calls });
  }
}

/** The meter of this process. */
export const callMeter = (): CallMeter => singleton("call-meter", () => new CallMeter());
