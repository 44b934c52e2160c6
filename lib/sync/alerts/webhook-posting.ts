import "server-only";
import { createHmac } from "node:crypto";
import type { Notice } from "@/lib/model/alert/notice";
import type { NoticeText } from "@/lib/model/alert/notice-words";
import type { Posting } from "@/lib/sync/alerts/post-outside";

/** A notice as one message tells of it. */
export interface Message {
  /** Stable over every attempt. */
  id: string;
  notice: Notice;
  /** What a receiver that keeps incidents knows this one by. */
  incident: string;
  text: NoticeText;
  possible_repeat: boolean;
  /** Where its alerts are shown; null where this console has no public address. */
  link: string | null;
}

/**
 * A notice as a Standard Webhooks message: signed over id, time and body with HMAC-SHA256 under the secret, which is
 * base64 behind `whsec_`. `now` in epoch milliseconds.
 */
export function webhookPosting(url: string, secret: string, message: Message, now: number): Posting {
  const { notice, text, possible_repeat, link } = message;
  const { event, at, rule, alerts, total, actor } = notice;
  const body = JSON.stringify({
    type: `alert.${event}`,
    timestamp: new Date(at).toISOString(),
    data: {
      title: text.title,
      rule,
      total,
      actor,
      possible_repeat,
      link,
      alerts: alerts.map(({ since, ...alert }) => ({ ...alert, since: new Date(since).toISOString() })),
    },
  });
  const seconds = Math.floor(now / 1000);
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${message.id}.${seconds}.${body}`).digest("base64");
  return {
    url,
    body,
    headers: {
      "webhook-id": message.id,
      "webhook-timestamp": String(seconds),
      "webhook-signature": `v1,${signature}`,
    },
  };
}
