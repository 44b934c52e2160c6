import "server-only";
import { log } from "@/lib/log";
import { singleton } from "@/lib/singleton";
import { store } from "@/lib/store/db";
import { knownUpstream } from "@/lib/store/upstream";
import { hooksSwitchedOff } from "@/lib/store/webhooks";
import { accountChanged } from "@/lib/sync/account-event";
import { pollerFacts } from "@/lib/sync/account-status";

const counting = singleton<{ under_way: Promise<void> | null }>("webhooks-off", () => ({ under_way: null }));

/** Has pages told how many webhooks of this console somebody else, or Fivetran, has switched off. Never rejects. */
export function countHooksOff(): Promise<void> {
  counting.under_way ??= count().finally(() => {
    counting.under_way = null;
  });
  return counting.under_way;
}

async function count(): Promise<void> {
  const upstream_id = knownUpstream();
  try {
    const off = upstream_id === null ? 0 : await hooksSwitchedOff((await store()).db, upstream_id);
    const facts = pollerFacts();
    if (facts.webhooks_off === off) return;
    facts.webhooks_off = off;
    accountChanged();
  } catch (error) {
    log.warn({ error: String(error) }, "webhooks switched off");
  }
}
