import "server-only";
import { countedAs } from "@/lib/fivetran/call-meter";
import { fivetran } from "@/lib/fivetran/client";
import { accountChanged } from "@/lib/sync/account-event";
import { pollerFacts } from "@/lib/sync/account-status";

const LOOK_MS = 300_000;

/** Rests with less than a fifth of the quota left: nothing is read then but, now and then, what is left of it. */
export class Resting {
  #look_at = 0;

  constructor(private readonly signal: AbortSignal) {}

  /** @returns for how many milliseconds nothing else may be read; null where there is enough */
  async step(now: number): Promise<number | null> {
    const facts = pollerFacts();
    const scarce = fivetran().scarce();
    if (scarce !== facts.resting) {
      facts.resting = scarce;
      this.#look_at = now + LOOK_MS;
      accountChanged();
    }
    if (!scarce) return null;
    facts.next_sweep_at = this.#look_at;
    if (now < this.#look_at) return this.#look_at - now;
    this.#look_at = now + LOOK_MS;
    // By anything but its headers this answer changes nothing.
    await countedAs("sweeps", () =>
      fivetran().call("get_account_info", { as: "person", signal: this.signal }),
    ).catch(() => {});
    return 0;
  }
}
