import { route } from "@/lib/auth/route";
import { connectionHealth } from "@/lib/sync/connection-health";
import { z } from "@/lib/zod";

const DAY = 86_400_000;

const Query = z
  .strictObject({ days: z.coerce.number().int().min(1).max(91).default(14) })
  .transform(({ days }) => days * DAY);

/** The health of a connection over the last days as HealthOverTime; unknown where nobody looked. */
export const GET = route<{ id: string }>({ role: "viewer", risk: "read" }, async (request, { id }) => {
  const now = Date.now();
  const long = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  return connectionHealth(id, { from: now - long, to: now }, now);
});
