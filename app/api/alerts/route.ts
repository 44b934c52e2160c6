import { route } from "@/lib/auth/route";
import { listAlerts } from "@/lib/store/alerts";
import { acknowledgeAlerts } from "@/lib/sync/alerts/acknowledge-alerts";
import { z } from "@/lib/zod";

const Acknowledge = z.strictObject({
  acknowledged: z.literal(true),
  ids: z.array(z.string().min(1).max(100)).min(1).max(5_000),
});

/** The alerts that are open and those that ended last, as AlertList. */
export const GET = route({ role: "viewer", risk: "read" }, () => listAlerts());

/** Acknowledges several; what became of each as Acknowledgement, in the order of the ids. */
export const PATCH = route({ role: "operator", risk: "reversible" }, async (request, _, context) =>
  acknowledgeAlerts(Acknowledge.parse(await request.json()).ids, context),
);
