import { endpoint } from "@/lib/contract/endpoint";
import { pageQuery } from "@/lib/contract/page-query";
import { Webhook, WebhookTest } from "@/lib/model/webhook";
import { isWebhookEvent } from "@/lib/model/webhook-events";
import { page } from "@/lib/model/wire";
import { z } from "@/lib/zod";

// The address of a webhook may carry the receiver's own secret, so no browser calls these itself.
const inside = { proxied: false, role: "admin", cost: "all" } as const;

const url = z.url({ protocol: /^https$/, error: "must be an https address" });
const events = z.array(z.string().refine(isWebhookEvent, "is no event of Fivetran's webhooks")).min(1);
const settings = { active: z.boolean().optional(), secret: z.string().optional() };
const NewWebhook = z.strictObject({ url, events, ...settings });

export const webhookRows = {
  list_all_webhooks: endpoint({
    method: "GET",
    path: "/webhooks",
    query: pageQuery,
    response: page(Webhook),
    risk: "read",
    ...inside,
  }),
  // Both creations answer 200, unlike every other one.
  create_account_webhook: endpoint({
    method: "POST",
    path: "/webhooks/account",
    body: NewWebhook,
    response: Webhook,
    risk: "reversible",
    ...inside,
  }),
  create_group_webhook: endpoint({
    method: "POST",
    path: "/webhooks/group/{groupId}",
    body: NewWebhook,
    response: Webhook,
    risk: "reversible",
    ...inside,
  }),
  webhook_details: endpoint({
    method: "GET",
    path: "/webhooks/{webhookId}",
    response: Webhook,
    risk: "read",
    ...inside,
  }),
  modify_webhook: endpoint({
    method: "PATCH",
    path: "/webhooks/{webhookId}",
    body: z.strictObject({ url: url.optional(), events: events.optional(), ...settings }),
    response: Webhook,
    risk: "reversible",
    ...inside,
  }),
  delete_webhook: endpoint({
    method: "DELETE",
    path: "/webhooks/{webhookId}",
    risk: "destructive",
    ...inside,
  }),
  test_webhook: endpoint({
    method: "POST",
    path: "/webhooks/{webhookId}/test",
    body: z.strictObject({ event: z.string().min(1) }),
    response: WebhookTest,
    risk: "reversible",
    ...inside,
  }),
};
