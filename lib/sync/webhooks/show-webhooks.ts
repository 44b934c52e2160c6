import "server-only";
import { publicUrl } from "@/lib/auth/public-url";
import type { Webhook } from "@/lib/model/webhook";
import {
  acceptedSecrets,
  OVERLAP_MS,
  type OwnWebhook,
  type WebhookList,
  type WebhookRow,
} from "@/lib/model/webhook-console";
import { type HookTraffic, listOwnHooks, type OwnHook, trafficOf } from "@/lib/store/webhooks";
import { webhookList } from "@/lib/sync/webhooks/webhook-list";
import { isLost } from "@/lib/sync/webhooks/webhook-secret";

const SHOWN_MS = 72 * 3_600_000;

/**
 * The account's webhooks with what this console knows of its own, free of what would let anyone deliver to it.
 * @throws AppError as the client does
 */
export async function showWebhooks(now = Date.now()): Promise<WebhookList> {
  const { hooks, read_at } = await webhookList("person", now);
  const [own, traffic] = await Promise.all([listOwnHooks(), trafficOf(now - SHOWN_MS)]);
  const shown = new Map(own.map((hook) => [hook.id, ownWebhook(hook, traffic.get(hook.id), now)]));
  const idOf = new Map(own.map((hook) => [hook.webhook_id, hook.id]));
  const listed = hooks.map((hook) => rowOf(hook, shown.get(idOf.get(hook.id) ?? -1) ?? null));
  const found = new Set(listed.map((row) => row.own?.id));
  return {
    public_url: publicUrl(),
    hooks: listed,
    others: [...shown.values()].filter(({ id }) => !found.has(id)),
    read_at,
  };
}

function rowOf(hook: Webhook, own: OwnWebhook | null): WebhookRow {
  return {
    id: hook.id,
    type: hook.type,
    group_id: hook.group_id ?? null,
    address: addressShown(hook.url, own !== null),
    events: hook.events,
    active: hook.active,
    has_secret: Boolean(hook.secret),
    created_at: hook.created_at,
    created_by: hook.created_by ?? null,
    own,
  };
}

/** Paths and queries of receivers are their passwords often enough: ours is one, of others the last part may be. */
export function addressShown(url: string, own: boolean): string {
  if (!URL.canParse(url)) return "not an address";
  const { host, pathname } = new URL(url);
  if (own) return host;
  const parts = pathname.split("/").filter(Boolean);
  const shown = parts.map((part) => (part.length > 16 && /\d/.test(part) ? "…" : part));
  return [host, ...shown].join("/");
}

function ownWebhook(hook: OwnHook, traffic: HookTraffic | undefined, now: number): OwnWebhook {
  const newest = hook.secrets.at(-1);
  const overlap = acceptedSecrets(hook.secrets, now).length > 1;
  return {
    id: hook.id,
    webhook_id: hook.webhook_id,
    secret_made_at: newest?.made_at ?? hook.made_at,
    old_secret_until: overlap && newest?.state === "set" ? newest.made_at + OVERLAP_MS : null,
    secret_unsure: overlap && newest?.state !== "set",
    secret_lost: newest !== undefined && isLost(newest),
    off_since: hook.off_since,
    gone_at: hook.gone_at,
    made_by: hook.made_by,
    made_at: hook.made_at,
    ...(traffic ?? { last_at: null, received: 0, refused: 0, refused_at: null }),
  };
}
