import "server-only";
import { publicUrl } from "@/lib/auth/public-url";
import type { RouteContext } from "@/lib/auth/route";
import { AppError } from "@/lib/errors";
import { Webhook } from "@/lib/model/webhook";
import { addOwnHook, changeOwnHook, changeSecrets, dropOwnHook } from "@/lib/store/webhooks";
import { forgetKnownHooks } from "@/lib/sync/webhooks/known-hooks";
import { sendWebhookWrite } from "@/lib/sync/webhooks/send-webhook-write";
import { webhooksChanged } from "@/lib/sync/webhooks/tell-webhooks";
import { forgetWebhookList } from "@/lib/sync/webhooks/webhook-list";
import { addressOf, newSecret, newToken, secretOf, tokenHash } from "@/lib/sync/webhooks/webhook-secret";

export interface NewHook {
  /** Null for the whole account. */
  group_id: string | null;
  events: string[];
}

/** A webhook that delivers to somebody else. */
export interface ElsewhereHook extends NewHook {
  url: string;
  active: boolean;
  secret?: string | undefined;
}

function create(hook: NewHook, settings: object, context: RouteContext): Promise<Webhook> {
  const body = { ...settings, events: hook.events };
  forgetWebhookList();
  const call = { body, shape: Webhook };
  return (
    hook.group_id === null
      ? sendWebhookWrite("create_account_webhook", call, context)
      : sendWebhookWrite("create_group_webhook", { ...call, params: { groupId: hook.group_id } }, context)
  ).finally(() => {
    forgetWebhookList();
    webhooksChanged();
  });
}

/**
 * Points Fivetran at this console. Its test arrives while the call is under way, so the address and the secret are good
 * before it is sent; an answer that was lost is looked for in the next list.
 * @throws AppError `conflict` without a public address; as the client does, and nothing is left of it then
 */
export async function pointFivetranHere(hook: NewHook, context: RouteContext): Promise<void> {
  const origin = publicUrl();
  if (origin === null) {
    throw new AppError(
      "conflict",
      "This console has no public address: set HEADGATE_PUBLIC_URL and start it again. Nothing was sent.",
    );
  }
  const token = newToken();
  const secret = newSecret(Date.now());
  const { group_id } = hook;
  const made_by = context.actor.id;
  const own = await addOwnHook({ token_hash: tokenHash(token), group_id, secrets: [secret], made_by });
  forgetKnownHooks();
  try {
    const settings = { url: addressOf(origin, token), active: true, secret: secretOf(secret) };
    const made = await create(hook, settings, context);
    await changeOwnHook(own.id, { webhook_id: made.id, active: made.active });
    await changeSecrets(own.id, (secrets) => secrets.map((it) => ({ ...it, state: "set" as const })));
  } catch (error) {
    const lost =
      !(error instanceof AppError) || error.code === "unknown_outcome" || error.code === "internal";
    if (!lost) await dropOwnHook(own.id);
    throw error;
  } finally {
    forgetKnownHooks();
    webhooksChanged();
  }
}

/** Makes a webhook that delivers elsewhere. @throws AppError as the client does */
export async function createElsewhere(
  { url, active, secret, ...hook }: ElsewhereHook,
  context: RouteContext,
): Promise<void> {
  await create(hook, { url, active, ...(secret && { secret }) }, context);
}
