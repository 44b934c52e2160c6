import { route } from "@/lib/auth/route";
import { ASK_RANGE, checkAskRange } from "@/lib/model/charts/ask-range";
import { fleetLanes } from "@/lib/sync/fleet/fleet-lanes";
import { z } from "@/lib/zod";

const id = z.string().min(1).max(100);

const Query = z
  .strictObject({
    ...ASK_RANGE,
    /** With commas between; as many as a screen shows. */
    ids: z.string().transform((text) => z.array(id).min(1).max(100).parse(text.split(","))),
  })
  .check(checkAskRange);

/** The syncs of some connections over a range as FleetLanes; times in epoch milliseconds. */
export const GET = route({ role: "viewer", risk: "read" }, async (request) =>
  fleetLanes(Query.parse(Object.fromEntries(new URL(request.url).searchParams))),
);
