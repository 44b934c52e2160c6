import "server-only";
import type { Store } from "@/lib/store/database";
import { instance } from "@/lib/store/instance";
import { knownUpstream } from "@/lib/store/upstream";
import { ALERTS, countAlerts } from "@/lib/sync/alerts/tell-alerts";
import { catchUp } from "@/lib/sync/catch-up";
import { markHinted } from "@/lib/sync/hints";
import { publish, publishDetails } from "@/lib/sync/hub";
import { memory } from "@/lib/sync/memory";
import { markWatched } from "@/lib/sync/watch";
import { countHooksOff } from "@/lib/sync/webhooks/hooks-off";
import { forgetKnownHooks } from "@/lib/sync/webhooks/known-hooks";
import { type Telling, tell } from "@/lib/sync/write-snapshot";

/** Follows what the other processes on this database tell: changes of the snapshot, pages open there. */
export function hearTellings(store: Store): Promise<() => Promise<void>> {
  return store.listen((message) => {
    const upstream_id = knownUpstream();
    if (upstream_id === null) return;
    // Nothing was heard for a while.
    if (message === "") void afterGap(upstream_id).catch(() => {});
    else void follow(JSON.parse(message) as Telling, upstream_id).catch(() => {});
  });
}

/** What was told meanwhile is lost: pages read anew what they show. */
async function afterGap(upstream_id: number): Promise<void> {
  await catchUp(upstream_id);
  forgetKnownHooks();
  await countHooksOff();
  publish({ type: "reload", version: memory().version });
  publish({ type: "webhooks" });
}

async function follow(telling: Telling, upstream_id: number): Promise<void> {
  if (telling.from === instance() || telling.upstream_id !== upstream_id) return;
  if (telling.watched !== undefined) {
    markWatched(telling.watched);
    return;
  }
  if (telling.schema !== undefined) return publish({ type: "schema", connection_id: telling.schema });
  if (telling.job) return publish({ type: "job", job: telling.job });
  if (telling.webhooks) {
    publish({ type: "webhooks" });
    forgetKnownHooks();
    return countHooksOff();
  }
  if (telling.setting !== undefined) {
    publish({ type: "setting", name: telling.setting });
    return telling.setting === ALERTS ? countAlerts() : undefined;
  }
  if (telling.hinted) {
    for (const id of telling.hinted) markHinted(id);
    return;
  }
  if (telling.setup_draft !== undefined) return publish({ type: "setup_draft", id: telling.setup_draft });
  await catchUp(upstream_id);
  if (telling.details === "many") publish({ type: "reload", version: memory().version });
  else publishDetails(telling.details ?? []);
}

/** Marks a connection as watched here and with whoever holds the lease. */
export async function watch(store: Store, connectionId: string): Promise<void> {
  markWatched(connectionId);
  const upstream_id = knownUpstream();
  if (store.kind === "postgres" && upstream_id !== null) {
    await tell(store.db, { upstream_id, watched: connectionId });
  }
}
