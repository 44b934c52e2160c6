import { calmSpan, momentOrDay } from "@/lib/model/short-span";
import type { ConnectionRow } from "@/lib/model/snapshot";

export interface NeedSince {
  /** A length of time: "3 h 48 m". */
  span: string;
  /** From when it counts: "first seen 04:31 UTC", "since last success". */
  from: string;
}

type Facts = Pick<ConnectionRow, "since_exact" | "health_since" | "succeeded_at" | "created_at">;

/**
 * How long a connection has waited for somebody, from a moment that is known: when we saw it turn, else, where
 * it was so already at our first look, from the last success or from its creation. `now` in epoch milliseconds.
 */
export function needSince(row: Facts, now: number): NeedSince {
  if (row.since_exact)
    return {
      span: calmSpan(now - row.health_since),
      from: `first seen ${momentOrDay(row.health_since, now)}`,
    };
  if (row.succeeded_at !== null)
    return { span: calmSpan(now - row.succeeded_at), from: "since last success" };
  if (row.created_at !== null) return { span: calmSpan(now - row.created_at), from: "old, never synced" };
  return { span: `over ${calmSpan(now - row.health_since)}`, from: "so at our first look" };
}
