import { route } from "@/lib/auth/route";
import { BROWSER, isZone, UTC } from "@/lib/model/zone";
import { syncDays } from "@/lib/sync/charts/sync-days";
import { z } from "@/lib/zod";

const Query = z.strictObject({
  zone: z
    .string()
    .max(60)
    .refine((zone) => zone !== BROWSER && isZone(zone), "is no time zone")
    .default(UTC),
});

/** How the syncs of a connection ended on each day of the last thirteen weeks, as SyncDay[], oldest first. */
export const GET = route<{ id: string }>({ role: "viewer", risk: "read" }, async (request, { id }) => {
  const { zone } = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  return syncDays(id, zone);
});
