import "server-only";
import { fivetran } from "@/lib/fivetran/client";
import type { Asker } from "@/lib/fivetran/quota";
import type { Webhook } from "@/lib/model/webhook";
import { singleton } from "@/lib/singleton";
import { currentUpstream } from "@/lib/store/upstream";
import { settleHooks } from "@/lib/sync/webhooks/settle-hooks";

/** Pages that are opened one after the other do not each cost a call. */
const GOOD_MS = 30_000;

export interface ReadHooks {
  hooks: Webhook[];
  read_at: number;
}

interface Held {
  upstream_id: number | null;
  read: ReadHooks | null;
  reading: Promise<ReadHooks> | null;
}

const held = () => singleton<Held>("webhook-list", () => ({ upstream_id: null, read: null, reading: null }));

/** Has the next look ask Fivetran. */
export function forgetWebhookList(): void {
  held().read = null;
}

/**
 * The account's webhooks as Fivetran has them, at most half a minute ago, and what that says of ours written down.
 * @throws AppError as the client does
 */
export function webhookList(as: Asker, now = Date.now(), signal?: AbortSignal): Promise<ReadHooks> {
  const it = held();
  const upstream_id = currentUpstream();
  if (it.upstream_id !== upstream_id) Object.assign(it, { upstream_id, read: null, reading: null });
  if (it.read && now - it.read.read_at < GOOD_MS) return Promise.resolve(it.read);
  it.reading ??= readAll(as, signal)
    .then(async (read) => {
      await settleHooks(read);
      it.read = read;
      return read;
    })
    .finally(() => {
      it.reading = null;
    });
  return it.reading;
}

async function readAll(as: Asker, signal: AbortSignal | undefined): Promise<ReadHooks> {
  const read_at = Date.now();
  const hooks: Webhook[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 1000, cursor };
    const page = await fivetran().call("list_all_webhooks", { query, as, signal });
    hooks.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return { hooks, read_at };
}
