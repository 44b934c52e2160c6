import { route } from "@/lib/auth/route";
import { ASK_RANGE, checkAskRange } from "@/lib/model/charts/ask-range";
import { FLEET_GROUPINGS } from "@/lib/model/fleet/fleet-timeline";
import { fleetGroups } from "@/lib/sync/fleet/fleet-groups";
import { z } from "@/lib/zod";

const Query = z
  .strictObject({ ...ASK_RANGE, by: z.enum(FLEET_GROUPINGS).default("destination") })
  .check(checkAskRange);

/** How the syncs of groups of connections ended over a range, as FleetGroups; unknown where nobody looked. */
export const GET = route({ role: "viewer", risk: "read" }, async (request) =>
  fleetGroups(Query.parse(Object.fromEntries(new URL(request.url).searchParams))),
);
