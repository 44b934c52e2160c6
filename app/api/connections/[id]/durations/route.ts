import { route } from "@/lib/auth/route";
import { ASK_RANGE, checkAskRange } from "@/lib/model/charts/ask-range";
import { syncDurations } from "@/lib/sync/charts/sync-durations";
import { z } from "@/lib/zod";

const Query = z.strictObject(ASK_RANGE).check(checkAskRange);

/** How long the syncs of a connection took over a range, as SyncDurations; unknown where nobody looked. */
export const GET = route<{ id: string }>({ role: "viewer", risk: "read" }, async (request, { id }) =>
  syncDurations(id, Query.parse(Object.fromEntries(new URL(request.url).searchParams))),
);
