import { route } from "@/lib/auth/route";
import { retryMessage } from "@/lib/sync/alerts/manage-rules";

export const POST = route<{ id: string }>(
  { role: "operator", risk: "reversible" },
  (_request, { id }, context) => retryMessage(id, context),
);
