import "server-only";
import { errorText, log } from "@/lib/log";
import { restAfter } from "@/lib/model/alert/alert-delivery";
import { singleton } from "@/lib/singleton";
import { readChannelRow } from "@/lib/store/alert-channels";
import {
  claimDeliveries,
  type DeliveryRow,
  nextDeliveryAt,
  settleDelivery,
} from "@/lib/store/alert-deliveries";
import { store } from "@/lib/store/db";
import { knownUpstream } from "@/lib/store/upstream";
import { openSecret } from "@/lib/sync/alerts/sealed-secret";
import { sendNotice } from "@/lib/sync/alerts/send-notice";
import type { SendOutcome } from "@/lib/sync/alerts/send-outcome";
import { tellAlerts } from "@/lib/sync/alerts/tell-alerts";

const REST_MS = 5_000;
const CLAIM_MS = 90_000;
const TOGETHER = 8;

/** Sends what stands in the outbox, in every process; a message is one process's at a time. */
export class Courier {
  readonly #stopped = new AbortController();
  #running: Promise<void> | null = null;
  #wake: () => void = () => {};
  #woken = false;

  start(): void {
    this.#running ??= this.#loop();
  }

  /** Ends after what is under way, which is cut short. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#wake();
    await this.#running;
  }

  wake(): void {
    this.#woken = true;
    this.#wake();
  }

  async #loop(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      this.#woken = false;
      const rest = await this.step().catch((error: unknown) => {
        log.warn({ error: errorText(error) }, "alert deliveries");
        return REST_MS;
      });
      if (rest > 0 && !this.#woken && !this.#stopped.signal.aborted) await this.#rest(rest);
    }
  }

  #rest(ms: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, ms);
      timer.unref();
      this.#wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }

  /** Sends what is due. @returns how many milliseconds nothing is */
  async step(now = Date.now()): Promise<number> {
    const upstream_id = knownUpstream();
    if (upstream_id === null) return REST_MS;
    const { db } = await store();
    const taken = await claimDeliveries(db, upstream_id, { most: TOGETHER, ms: CLAIM_MS, now });
    if (taken.length === 0) {
      const next = await nextDeliveryAt(db, upstream_id);
      return next === null ? REST_MS : Math.min(Math.max(next - now, 250), REST_MS);
    }
    await Promise.all(taken.map((row) => this.#deliver(row)));
    await tellAlerts();
    return 0;
  }

  async #deliver(row: DeliveryRow): Promise<void> {
    const { db } = await store();
    const outcome = await this.#send(row);
    const now = Date.now();
    if (outcome.sent) {
      await settleDelivery(db, row, { state: "sent", ended_at: now, answer: outcome.answer });
      return;
    }
    const rest = outcome.final ? null : restAfter(row.attempts);
    const possible_repeat = row.possible_repeat || outcome.unsure;
    await settleDelivery(db, row, {
      ...(rest === null
        ? { state: "dead" as const, ended_at: now }
        : { state: "pending" as const, next_at: Math.max(now + rest, outcome.retry_at ?? 0) }),
      possible_repeat,
      answer: outcome.answer,
    });
  }

  async #send(row: DeliveryRow): Promise<SendOutcome> {
    const channel = await readChannelRow(row.channel_id);
    const final = (answer: string): SendOutcome => ({ sent: false, answer, unsure: false, final: true });
    if (!channel) return final("The channel was deleted.");
    if (!channel.channel.on) return final("The channel is switched off.");
    const secret = channel.sealed === null ? null : openSecret(channel.id, channel.sealed);
    if (channel.sealed !== null && secret === null)
      return final("The channel’s secret has to be entered again: Fivetran’s key is another one since.");
    return sendNotice(
      channel.channel,
      secret,
      { id: row.id, notice: row.notice, incident: row.thread, possible_repeat: row.possible_repeat },
      this.#stopped.signal,
    );
  }
}

const held = singleton<{ courier: Courier | null }>("alert-courier", () => ({ courier: null }));

/** Starts this process's courier; a second call does nothing. */
export function startCourier(): void {
  held.courier ??= new Courier();
  held.courier.start();
}

export async function stopCourier(): Promise<void> {
  const { courier } = held;
  held.courier = null;
  await courier?.stop();
}

/** Has what was just put into the outbox sent at once. */
export function wakeCourier(): void {
  held.courier?.wake();
}
