import "server-only";
import { sql } from "drizzle-orm";
import { setPublicUrl } from "@/lib/auth/public-url";
import type { Env } from "@/lib/env";
import { configureFivetran } from "@/lib/fivetran/client";
import type { AccountStatus } from "@/lib/model/snapshot";
import { DRAIN_ORDER, onShutdown } from "@/lib/shutdown";
import type { Store } from "@/lib/store/database";
import { openStore, setStore } from "@/lib/store/db";
import { pollerFacts } from "@/lib/sync/account-status";
import { startCourier, stopCourier } from "@/lib/sync/alerts/courier";
import { countAlerts } from "@/lib/sync/alerts/tell-alerts";
import { onSettle, settleDead } from "@/lib/sync/alive";
import { startCounting } from "@/lib/sync/call-counting";
import { type Identity, recall } from "@/lib/sync/identify";
import { startPoller, stopPoller, upstreamChanged } from "@/lib/sync/poller";
import { settleCreations } from "@/lib/sync/setup/settle-creations";
import { hearTellings } from "@/lib/sync/tellings";
import { countHooksOff } from "@/lib/sync/webhooks/hooks-off";

/** The upstream as start-up found it. */
export interface Reached {
  /** Ends in /v1. */
  base_url: string;
  identity: Identity;
  /** What pages say about it. */
  shown: AccountStatus["upstream"];
  /** Where it reaches this console, as an https origin; null where it does not. */
  public_url: string | null;
}

/**
 * Opens the store, starts the jobs on it, reaches the upstream, loads the snapshot and starts the poller.
 * @throws AppError with one sentence
 */
export async function startUp(
  settings: Env,
  reachUpstream: (settings: Env, store: Store) => Promise<Reached>,
  startJobs: (store: Store) => Promise<void>,
): Promise<void> {
  const store = await openStore(settings);
  onShutdown("store", () => store.close(), 100);
  setStore(Promise.resolve(store));
  onSettle(settleCreations);
  await startJobs(store);
  const upstream = await reachUpstream(settings, store);
  const client = configureFivetran({ ...settings.upstream, base_url: upstream.base_url });
  onShutdown("upstream", () => client.close(), DRAIN_ORDER + 10);
  client.onChange(upstreamChanged);
  setPublicUrl(upstream.public_url);
  Object.assign(pollerFacts(), { upstream: upstream.shown, poll_ms: settings.poll_ms });

  if (store.kind === "pglite") {
    // Whoever held a lease on the embedded database is gone: its lock says so.
    await store.db.execute(sql`update leases set expires_at = 0`);
    await settleDead(store);
  }
  await recall(upstream.identity);
  await countHooksOff();
  startCounting();
  await countAlerts();
  const deaf = await hearTellings(store);
  onShutdown("tellings", deaf, DRAIN_ORDER + 20);
  startPoller(upstream.identity);
  onShutdown("poller", stopPoller, 0);
  startCourier();
  onShutdown("alerts", stopCourier, 0);
}
