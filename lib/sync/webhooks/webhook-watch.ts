import "server-only";
import { fivetran } from "@/lib/fivetran/client";
import { errorText, log } from "@/lib/log";
import { hasOwnHooks } from "@/lib/store/webhooks";
import { applyDeliveries } from "@/lib/sync/webhooks/apply-deliveries";
import { forgetWebhookList, webhookList } from "@/lib/sync/webhooks/webhook-list";

const HOUR = 3_600_000;
const FIRST_MS = 60_000;

/** Looks once an hour whether the webhooks of this console are still there and switched on; costs nothing without any. */
export class WebhookWatch {
  #due: number;

  constructor(began = Date.now()) {
    this.#due = began + FIRST_MS;
  }

  /** Looks if it is time. A failure is logged and waits for the next hour. @returns whether it was time */
  async step(now: number, signal: AbortSignal): Promise<boolean> {
    if (now < this.#due || fivetran().condition().state !== "ok") return false;
    this.#due = now + HOUR;
    try {
      // What was stored right before a kill.
      await applyDeliveries();
      if (!(await hasOwnHooks())) return true;
      forgetWebhookList();
      await webhookList("poller", now, signal);
    } catch (error) {
      log.warn({ error: errorText(error) }, "webhooks could not be looked at");
    }
    return true;
  }
}
