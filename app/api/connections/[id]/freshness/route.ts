import { route } from "@/lib/auth/route";
import { connectionFreshness } from "@/lib/sync/objectives/connection-freshness";

/** How a connection kept its objective over 30 days as ConnectionFreshness; null without one. */
export const GET = route<{ id: string }>({ role: "viewer", risk: "read" }, async (_, { id }) =>
  Response.json(await connectionFreshness(id)),
);
