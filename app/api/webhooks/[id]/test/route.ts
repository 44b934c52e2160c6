import { route } from "@/lib/auth/route";
import { isWebhookEvent } from "@/lib/model/webhook-events";
import { testWebhook } from "@/lib/sync/webhooks/change-webhook";
import { z } from "@/lib/zod";

const Test = z.strictObject({
  event: z.string().refine(isWebhookEvent, "is no event of Fivetran's webhooks"),
});

/** Has Fivetran send a test; answers how its receiver did. */
export const POST = route<{ id: string }>(
  { role: "admin", risk: "reversible" },
  async (request, { id }, context) => testWebhook(id, Test.parse(await request.json()).event, context),
);
