import "server-only";
import { log } from "@/lib/log";
import { singleton } from "@/lib/singleton";
import { countOpenAlerts } from "@/lib/store/alerts";
import { store } from "@/lib/store/db";
import { knownUpstream } from "@/lib/store/upstream";
import { accountChanged } from "@/lib/sync/account-event";
import { pollerFacts } from "@/lib/sync/account-status";
import { tellSetting } from "@/lib/sync/tell-setting";

/** Under this name pages hear that alerts, rules, channels or messages changed. */
export const ALERTS = "alerts";

const counting = singleton<{ under_way: Promise<void> | null }>("alerts-open", () => ({ under_way: null }));

/** Has pages of every process read alerts again, and this one count those that are open. */
export async function tellAlerts(): Promise<void> {
  await tellSetting(ALERTS);
  await countAlerts();
}

/** Has pages told how many alerts are open. Never rejects. */
export function countAlerts(): Promise<void> {
  counting.under_way ??= count().finally(() => {
    counting.under_way = null;
  });
  return counting.under_way;
}

async function count(): Promise<void> {
  const upstream_id = knownUpstream();
  try {
    const open = upstream_id === null ? 0 : await countOpenAlerts((await store()).db, upstream_id);
    const facts = pollerFacts();
    if (facts.alerts_open === open) return;
    facts.alerts_open = open;
    accountChanged();
  } catch (error) {
    log.warn({ error: String(error) }, "open alerts");
  }
}
