import "server-only";
import { errorText, log } from "@/lib/log";
import { singleton } from "@/lib/singleton";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { knownUpstream } from "@/lib/store/upstream";
import { accountChanged } from "@/lib/sync/account-event";
import { pollerFacts } from "@/lib/sync/account-status";

/**
 * A number that pages are told with the account's status. Who calls while it is being counted waits for that count;
 * pages hear of it where it changed. Never rejects: until it can be counted again the last count stands.
 * @param count how many of them the account `upstream_id` has
 */
export function accountCount(
  fact: "alerts_open" | "webhooks_off",
  count: (db: Db, upstream_id: number) => Promise<number>,
): () => Promise<void> {
  const counting = singleton<{ under_way: Promise<void> | null }>(`count ${fact}`, () => ({
    under_way: null,
  }));
  const again = async () => {
    const upstream_id = knownUpstream();
    try {
      const found = upstream_id === null ? 0 : await count((await store()).db, upstream_id);
      const facts = pollerFacts();
      if (facts[fact] === found) return;
      facts[fact] = found;
      accountChanged();
    } catch (error) {
      log.warn({ error: errorText(error) }, fact);
    }
  };
  return () => {
    counting.under_way ??= again().finally(() => {
      counting.under_way = null;
    });
    return counting.under_way;
  };
}
