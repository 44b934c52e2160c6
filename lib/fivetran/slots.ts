import "server-only";
import type { Asker } from "@/lib/fivetran/quota";

interface Waiter {
  as: Asker;
  start: () => void;
}

/** How many calls run at once: people first, then jobs; the poller and jobs never hold more than their shares. */
export class Slots {
  #running: Record<Asker, number> = { person: 0, poller: 0, job: 0 };
  #queue: Waiter[] = [];

  constructor(
    private readonly size: number,
    private readonly shares: Record<Exclude<Asker, "person">, number>,
  ) {}

  get running(): number {
    return this.#running.person + this.#running.poller + this.#running.job;
  }

  /** Resolves with what gives the slot back, to be called once. Rejects with the signal's reason when it fires first. */
  async acquire(as: Asker, signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#free(as)) this.#running[as]++;
    else await this.#wait(as, signal);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#running[as]--;
      this.#next();
    };
  }

  #free(as: Asker): boolean {
    return this.running < this.size && (as === "person" || this.#running[as] < this.shares[as]);
  }

  #wait(as: Asker, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#queue = this.#queue.filter((other) => other !== waiter);
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        as,
        start: () => {
          signal?.removeEventListener("abort", leave);
          this.#running[as]++;
          resolve();
        },
      };
      this.#queue.push(waiter);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  #next(): void {
    for (const asker of ORDER) {
      const waiter = this.#queue.find((one) => one.as === asker);
      if (!waiter || !this.#free(asker)) continue;
      this.#queue = this.#queue.filter((other) => other !== waiter);
      waiter.start();
      return;
    }
  }
}

const ORDER: readonly Asker[] = ["person", "job", "poller"];
