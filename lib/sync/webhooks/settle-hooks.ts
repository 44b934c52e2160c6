import "server-only";
import type { Webhook } from "@/lib/model/webhook";
import { changeOwnHook, dropOwnHook, listOwnHooks, type OwnHook } from "@/lib/store/webhooks";
import { countHooksOff } from "@/lib/sync/webhooks/hooks-off";
import { forgetKnownHooks } from "@/lib/sync/webhooks/known-hooks";
import { webhooksChanged } from "@/lib/sync/webhooks/tell-webhooks";
import { hashInAddress } from "@/lib/sync/webhooks/webhook-secret";

/** A creation whose answer was lost may still take place for so long. */
const CREATION_MS = 15 * 60_000;

/**
 * Writes down what a list of the account's webhooks says of those this console made: found after its creation's answer
 * was lost, switched off by somebody else or by Fivetran, switched on again, gone.
 */
export async function settleHooks({
  hooks,
  read_at,
}: {
  hooks: readonly Webhook[];
  read_at: number;
}): Promise<void> {
  const byHash = new Map(hooks.map((hook) => [hashInAddress(hook.url), hook]));
  const byId = new Map(hooks.map((hook) => [hook.id, hook]));
  for (const own of await listOwnHooks()) {
    const found = (own.webhook_id !== null && byId.get(own.webhook_id)) || byHash.get(own.token_hash) || null;
    const change = settled(own, found, read_at);
    if (change === "drop") await dropOwnHook(own.id);
    else if (change) await changeOwnHook(own.id, change);
    if (change) {
      forgetKnownHooks();
      webhooksChanged();
    }
  }
  await countHooksOff();
}

type Change = Partial<Pick<OwnHook, "webhook_id" | "active" | "off_since" | "gone_at">>;

/** What a list that was read at `read_at` changes about a webhook of ours; null where nothing. */
export function settled(own: OwnHook, found: Webhook | null, read_at: number): Change | "drop" | null {
  // Made after the list was asked for.
  if (own.made_at >= read_at) return null;
  if (!found) {
    if (own.webhook_id !== null) return own.gone_at === null ? { gone_at: read_at, off_since: null } : null;
    return read_at - own.made_at > CREATION_MS ? "drop" : null;
  }
  const change: Change = {};
  if (own.webhook_id !== found.id) change.webhook_id = found.id;
  if (own.gone_at !== null) change.gone_at = null;
  if (own.active !== found.active) {
    change.active = found.active;
    change.off_since = found.active ? null : read_at;
  }
  return Object.keys(change).length > 0 ? change : null;
}
