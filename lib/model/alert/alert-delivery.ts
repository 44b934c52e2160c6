import type { ChannelKind } from "@/lib/model/alert/alert-channel";
import type { NoticeEvent } from "@/lib/model/alert/notice";

/** One message of a notice to one channel. Times in epoch milliseconds. */
export interface AlertDelivery {
  /** Stable over every attempt: receivers know a repeat by it. */
  id: string;
  event: NoticeEvent;
  title: string;
  channel_name: string;
  kind: ChannelKind;
  made_at: number;
  state: "pending" | "sending" | "sent" | "dead";
  attempts: number;
  /** When it is tried next; of no meaning once it is over. */
  next_at: number;
  /** When it was sent, or given up. */
  ended_at: number | null;
  /** Whether it may have arrived more than once, or without our knowing. */
  possible_repeat: boolean;
  /** What the receiver said last, or why nobody did. */
  answer: string | null;
}

/** The answer of `GET /api/alert-deliveries`. */
export interface AlertDeliveryList {
  /** The newest first. */
  deliveries: AlertDelivery[];
  more: boolean;
}

export const MOST_ATTEMPTS = 10;
const FIRST_MS = 10_000;
const LONGEST_MS = 60 * 60_000;

/** How long after so many failed attempts the next one comes; null for never. */
export function restAfter(attempts: number): number | null {
  return attempts >= MOST_ATTEMPTS ? null : Math.min(FIRST_MS * 3 ** (attempts - 1), LONGEST_MS);
}
