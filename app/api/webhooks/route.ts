import { route } from "@/lib/auth/route";
import { isWebhookEvent } from "@/lib/model/webhook-events";
import { createElsewhere, pointFivetranHere } from "@/lib/sync/webhooks/create-webhook";
import { showWebhooks } from "@/lib/sync/webhooks/show-webhooks";
import { z } from "@/lib/zod";

const events = z.array(z.string().refine(isWebhookEvent, "is no event of Fivetran's webhooks")).min(1);
const group_id = z.string().min(1).max(200).nullable();
const url = z.url({ protocol: /^https$/, error: "must be an https address" }).max(2000);
const Here = z.strictObject({ to: z.literal("here"), group_id, events });
const Elsewhere = z.strictObject({
  to: z.literal("elsewhere"),
  group_id,
  events,
  url,
  active: z.boolean(),
  secret: z.string().max(1000).optional(),
});
const NewHook = z.discriminatedUnion("to", [Here, Elsewhere]);

export const GET = route({ role: "viewer", risk: "read" }, () => showWebhooks());

export const POST = route({ role: "admin", risk: "reversible" }, async (request, _params, context) => {
  const hook = NewHook.parse(await request.json());
  if (hook.to === "elsewhere") await createElsewhere(hook, context);
  else await pointFivetranHere(hook, context);
  return new Response(null, { status: 201 });
});
