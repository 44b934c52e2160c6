import { route } from "@/lib/auth/route";
import { stateChangesSince } from "@/lib/sync/state-changes-since";
import { z } from "@/lib/zod";

const Query = z.strictObject({
  since: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

/** What changed since a time in epoch milliseconds, newest first; single syncs are left to each connection's page. */
export const GET = route({ role: "viewer", risk: "read" }, async (request) => {
  const { since, limit } = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  return stateChangesSince(since, limit);
});
