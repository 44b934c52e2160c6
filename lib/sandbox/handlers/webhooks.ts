import type { BodyOf } from "@/lib/contract/endpoint";
import type { Table } from "@/lib/contract/table";
import { MASK } from "@/lib/model/connector/mask";
import type { Webhook } from "@/lib/model/webhook";
import { isWebhookEvent } from "@/lib/model/webhook-events";
import type { Delivered, Receiver } from "@/lib/sandbox/delivery";
import type { Handlers } from "@/lib/sandbox/handler";
import { pageOf } from "@/lib/sandbox/page-of";
import { invalid } from "@/lib/sandbox/reply";
import type { StoredWebhook } from "@/lib/sandbox/state";
import { testBody } from "@/lib/sandbox/webhook-event";
import { wireTime } from "@/lib/sandbox/wire-time";
import type { World } from "@/lib/sandbox/world";

type NewWebhook = BodyOf<Table["create_account_webhook"]>;
type Deliver = (to: Receiver, body: string) => Promise<Delivered>;

function wire({ failing_since: _, secret, group_id, created_at, ...webhook }: StoredWebhook): Webhook {
  return {
    ...webhook,
    ...(secret !== null && { secret: MASK }),
    ...(group_id !== null && { group_id }),
    created_at: wireTime(created_at),
  };
}

/** An empty secret is none, and the mask of a secret is not one. */
function secretOf(sent: string | undefined, before: string | null): string | null {
  return sent === undefined || sent === MASK ? before : sent || null;
}

/** Throws the 400 of an address that does not take deliveries. */
async function probe(world: World, deliver: Deliver, to: Receiver): Promise<void> {
  const { succeed, status, message } = await deliver(to, testBody("test_event", world.now()));
  if (succeed) return;
  const answer = status === null ? message : `it answered ${status}`;
  throw invalid(`Webhook URL '${to.url}' failed the test: ${answer}`);
}

async function create(
  world: World,
  { url, events, active = true, secret }: NewWebhook,
  { created_by, group_id, deliver }: { created_by: string; group_id: string | null; deliver: Deliver },
): Promise<Webhook> {
  const receiver = { url, secret: secretOf(secret, null) };
  if (active) await probe(world, deliver, receiver);
  // The group may have been deleted while the receiver took its time.
  if (group_id !== null) world.group(group_id);
  const webhook: StoredWebhook = {
    id: world.newId(),
    type: group_id === null ? "account" : "group",
    group_id,
    ...receiver,
    events,
    active,
    created_at: world.now(),
    created_by,
    failing_since: null,
  };
  world.state.webhooks.set(webhook.id, webhook);
  return wire(webhook);
}

export const webhookHandlers: Handlers<
  | "list_all_webhooks"
  | "create_account_webhook"
  | "create_group_webhook"
  | "webhook_details"
  | "modify_webhook"
  | "delete_webhook"
  | "test_webhook"
> = {
  list_all_webhooks: ({ world, query }) => ({
    message: "Webhooks retrieved successfully",
    data: pageOf([...world.state.webhooks.values()], query, wire),
  }),

  create_account_webhook: async ({ world, caller: created_by, body, deliver }) => ({
    message: "Account webhook has been created",
    data: await create(world, body, { created_by, group_id: null, deliver }),
  }),

  create_group_webhook: async ({ world, caller: created_by, params, body, deliver }) => ({
    message: "Group webhook has been created",
    data: await create(world, body, { created_by, group_id: world.group(params.groupId).id, deliver }),
  }),

  webhook_details: ({ world, params }) => ({
    message: "Webhook details retrieved successfully",
    data: wire(world.webhook(params.webhookId)),
  }),

  modify_webhook: async ({ world, params, body, deliver }) => {
    const before = world.webhook(params.webhookId);
    const { url = before.url, active = before.active, events = before.events } = body;
    const secret = secretOf(body.secret, before.secret);
    if (active && (!before.active || url !== before.url)) await probe(world, deliver, { url, secret });
    const webhook = world.webhook(params.webhookId);
    if (!before.active) webhook.failing_since = null;
    Object.assign(webhook, { url, active, events, secret });
    world.changedRest();
    return { message: "Webhook has been updated", data: wire(webhook) };
  },

  delete_webhook: ({ world, params }) => {
    const { id } = world.webhook(params.webhookId);
    world.state.webhooks.delete(id);
    world.changedRest();
    return { message: `Webhook with id '${id}' has been deleted` };
  },

  test_webhook: async ({ world, params, body, deliver }) => {
    const webhook = world.webhook(params.webhookId);
    // The Terraform provider sends the name with quotes around it.
    const event = body.event.replace(/^"(.*)"$/, "$1");
    if (!isWebhookEvent(event)) throw invalid(`Field 'event' has an invalid value`);
    const { succeed, status, message } = await deliver(webhook, testBody(event, world.now()));
    return {
      message: "Webhook test completed successfully",
      data: { succeed, status: status ?? 0, message: message || (succeed ? "Success" : "Failure") },
    };
  },
};
