import { route } from "@/lib/auth/route";
import { isWebhookEvent } from "@/lib/model/webhook-events";
import { changeWebhook, deleteWebhook } from "@/lib/sync/webhooks/change-webhook";
import { z } from "@/lib/zod";

const Change = z
  .strictObject({
    active: z.boolean().optional(),
    events: z
      .array(z.string().refine(isWebhookEvent, "is no event of Fivetran's webhooks"))
      .min(1)
      .optional(),
  })
  .refine((change) => Object.keys(change).length > 0, "name what to change");

type Params = { id: string };

export const PATCH = route<Params>({ role: "admin", risk: "reversible" }, async (request, { id }, context) =>
  changeWebhook(id, Change.parse(await request.json()), context),
);

export const DELETE = route<Params>({ role: "admin", risk: "destructive" }, (_request, { id }, context) =>
  deleteWebhook(id, context),
);
