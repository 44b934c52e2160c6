import "server-only";
import type { RouteContext } from "@/lib/auth/route";
import { AppError } from "@/lib/errors";
import { errorText, log } from "@/lib/log";
import { Webhook, WebhookTest } from "@/lib/model/webhook";
import { changeOwnHook, changeSecrets, listOwnHooks, type OwnHook } from "@/lib/store/webhooks";
import { refreshNow } from "@/lib/sync/poller";
import { countHooksOff } from "@/lib/sync/webhooks/hooks-off";
import { forgetKnownHooks } from "@/lib/sync/webhooks/known-hooks";
import { sendWebhookWrite } from "@/lib/sync/webhooks/send-webhook-write";
import { webhooksChanged } from "@/lib/sync/webhooks/tell-webhooks";
import { forgetWebhookList } from "@/lib/sync/webhooks/webhook-list";
import { newSecret, secretOf } from "@/lib/sync/webhooks/webhook-secret";
import { z } from "@/lib/zod";

const nothing = z.unknown();

async function ownOf(webhookId: string): Promise<OwnHook | null> {
  return (await listOwnHooks()).find(({ webhook_id }) => webhook_id === webhookId) ?? null;
}

/** Done with a change, whatever came of it. */
function settled(): void {
  forgetWebhookList();
  forgetKnownHooks();
  webhooksChanged();
  void countHooksOff();
}

/**
 * Switches a webhook on or off, or changes its events. What one of ours missed while it was off is made up for by
 * reading the account once it is on.
 * @throws AppError as the client does
 */
export async function changeWebhook(
  webhookId: string,
  change: { active?: boolean | undefined; events?: string[] | undefined },
  context: RouteContext,
): Promise<void> {
  const own = await ownOf(webhookId);
  const params = { webhookId };
  try {
    const changed = await sendWebhookWrite(
      "modify_webhook",
      { params, body: change, shape: Webhook },
      context,
    );
    if (own) await changeOwnHook(own.id, { active: changed.active, off_since: null });
    if (own && changed.active && !own.active) await backFill();
  } finally {
    settled();
  }
}

/** The change stands whatever becomes of this: the next sweep shows the same. */
async function backFill(): Promise<void> {
  await refreshNow("person").catch((error: unknown) => {
    log.warn({ error: errorText(error) }, "back-fill");
  });
}

/** Deletes a webhook in Fivetran. @throws AppError as the client does */
export async function deleteWebhook(webhookId: string, context: RouteContext): Promise<void> {
  const own = await ownOf(webhookId);
  try {
    await sendWebhookWrite("delete_webhook", { params: { webhookId }, shape: nothing }, context);
    if (own) await changeOwnHook(own.id, { gone_at: Date.now(), active: false, off_since: null });
  } finally {
    settled();
  }
}

/** Has Fivetran send a test to the receiver. @throws AppError as the client does */
export function testWebhook(webhookId: string, event: string, context: RouteContext): Promise<WebhookTest> {
  const call = { params: { webhookId }, body: { event }, shape: WebhookTest };
  return sendWebhookWrite("test_webhook", call, context);
}

/**
 * Gives a webhook of this console another secret. Both are good until a delivery comes that the new one signed, or for a
 * day; where Fivetran's answer was lost, until one comes.
 * @throws AppError `conflict` for a webhook of somebody else's; as the client does, and the old secret stays then
 */
export async function renewSecret(webhookId: string, context: RouteContext): Promise<void> {
  const own = await ownOf(webhookId);
  if (!own) {
    throw new AppError(
      "conflict",
      "This webhook delivers to somebody else, who has to know its secret. Nothing was changed.",
    );
  }
  const fresh = newSecret(Date.now());
  await changeSecrets(own.id, (secrets) => [...secrets.slice(-2), fresh]);
  forgetKnownHooks();
  const params = { webhookId };
  const note = (state: "set" | "unsure" | null) =>
    changeSecrets(own.id, (secrets) =>
      secrets.flatMap((it) => (it.nonce !== fresh.nonce ? [it] : state === null ? [] : [{ ...it, state }])),
    );
  try {
    const body = { secret: secretOf(fresh) };
    await sendWebhookWrite("modify_webhook", { params, body, shape: Webhook }, context);
    await note("set");
  } catch (error) {
    const lost =
      !(error instanceof AppError) || error.code === "unknown_outcome" || error.code === "internal";
    await note(lost ? "unsure" : null);
    throw error;
  } finally {
    settled();
  }
}
