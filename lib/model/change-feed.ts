import { notableChanges } from "@/lib/model/notable-changes";
import type { StateChange } from "@/lib/model/snapshot";

/** One entry of the feed: a change, or many alike that one look found. */
export interface FeedEntry {
  /** At least one; they differ only in their connection. */
  changes: readonly [StateChange, ...StateChange[]];
}

/** How many alike are still told one by one. */
const FEW = 3;

/** The changes worth telling, newest first; more than a few alike that one look found are one entry. */
export function changeFeed(newestFirst: readonly StateChange[]): FeedEntry[] {
  const alike = new Map<string, [StateChange, ...StateChange[]]>();
  for (const change of notableChanges(newestFirst)) {
    const key = [change.kind, change.from, change.to, change.actor, change.detail, change.seen_at].join("\n");
    const known = alike.get(key);
    if (known) known.push(change);
    else alike.set(key, [change]);
  }
  return [...alike.values()].flatMap((changes): FeedEntry[] =>
    changes.length > FEW ? [{ changes }] : changes.map((change) => ({ changes: [change] })),
  );
}
