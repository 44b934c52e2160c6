import { type Deliveries, deliver } from "@/lib/sandbox/delivery";
import type { Instant, PendingDelivery, SandboxState, StoredWebhook } from "@/lib/sandbox/state";
import type { World } from "@/lib/sandbox/world";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** After the first attempt; then the delivery is given up (fivetran-api, section 9.2). */
const RETRIES = [6, 27, 105, 385, 1393].map((minutes) => minutes * MINUTE);
/** A webhook none of whose deliveries went through for so long is switched off. */
const SWITCHED_OFF_AFTER = 72 * HOUR;

/** What an attempt leaves behind: the delivery done, due again or given up, and perhaps the webhook switched off. */
export function afterAttempt(
  state: SandboxState,
  webhook: StoredWebhook,
  delivery: PendingDelivery,
  succeeded: boolean,
  now: Instant,
): void {
  delivery.attempts += 1;
  delivery.first_at ??= now;
  const retry = RETRIES[delivery.attempts - 1];
  webhook.failing_since = succeeded ? null : (webhook.failing_since ?? now);
  if (succeeded || retry === undefined) drop(state, (other) => other === delivery);
  else delivery.due_at = Math.max(now, delivery.first_at + retry);
  if (webhook.failing_since === null || now - webhook.failing_since < SWITCHED_OFF_AFTER) return;
  webhook.active = false;
  webhook.failing_since = null;
  drop(state, ({ webhook_id }) => webhook_id === webhook.id);
}

function drop(state: SandboxState, which: (delivery: PendingDelivery) => boolean): void {
  state.pending_deliveries = state.pending_deliveries.filter((delivery) => !which(delivery));
}

/** Carries events to the webhooks of an account: each one's in order, and again by the sandbox's clock where it fails. */
export class Courier {
  readonly #under_way = new Map<string, Promise<void>>();
  readonly #stopped = new AbortController();

  constructor(
    private readonly world: World,
    private readonly deliveries: Deliveries,
    /** Called when a webhook's deliveries that were due have been tried. */
    private readonly tried: () => void,
  ) {}

  /** Begins to send what is due. */
  go(): void {
    const { state } = this.world;
    const now = this.world.now();
    for (const { webhook_id, due_at } of state.pending_deliveries) {
      if (due_at > now || this.#under_way.has(webhook_id) || this.#stopped.signal.aborted) continue;
      const carrying = this.#carry(webhook_id).finally(() => {
        this.#under_way.delete(webhook_id);
        if (!this.#stopped.signal.aborted) this.tried();
      });
      this.#under_way.set(webhook_id, carrying);
    }
  }

  /** When the next delivery is due; endless where none waits. */
  nextAt(): Instant {
    const { state } = this.world;
    const waiting = state.pending_deliveries.filter(({ webhook_id }) => !this.#under_way.has(webhook_id));
    return Math.min(Number.POSITIVE_INFINITY, ...waiting.map(({ due_at }) => due_at));
  }

  /** Done when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#under_way.size > 0) await Promise.all(this.#under_way.values());
  }

  /** Ends what is under way; it counts as not tried. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.idle();
  }

  async #carry(id: string): Promise<void> {
    for (;;) {
      const { state } = this.world;
      const now = this.world.now();
      const webhook = state.webhooks.get(id);
      const next = state.pending_deliveries.find((it) => it.webhook_id === id && it.due_at <= now);
      if (!webhook?.active || !next) {
        if (!webhook?.active) drop(state, ({ webhook_id }) => webhook_id === id);
        return;
      }
      const { succeed } = await deliver(this.deliveries, webhook, next.body, this.#stopped.signal);
      if (this.#stopped.signal.aborted) return;
      afterAttempt(state, webhook, next, succeed, this.world.now());
      this.world.changedRest();
    }
  }
}
