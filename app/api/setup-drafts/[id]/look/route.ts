import { route } from "@/lib/auth/route";
import { lookNow } from "@/lib/sync/setup/look-now";

export const POST = route<{ id: string }>({ role: "operator", risk: "read" }, (_request, { id }, { actor }) =>
  lookNow(id, actor.id),
);
