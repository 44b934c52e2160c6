import { route } from "@/lib/auth/route";
import { renewSecret } from "@/lib/sync/webhooks/change-webhook";

/** Gives a webhook of this console another secret. */
export const POST = route<{ id: string }>(
  { role: "admin", risk: "reversible" },
  (_request, { id }, context) => renewSecret(id, context),
);
