import { route } from "@/lib/auth/route";
import { readTraffic } from "@/lib/store/webhook-deliveries";
import { z } from "@/lib/zod";

const Query = z.strictObject({ before: z.coerce.number().int().positive().optional() });

/** The latest deliveries and refusals, or the deliveries before one of them. */
export const GET = route({ role: "viewer", risk: "read" }, (request) =>
  readTraffic(Query.parse(Object.fromEntries(new URL(request.url).searchParams)).before),
);
