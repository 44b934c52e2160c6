import { route } from "@/lib/auth/route";
import { listDeliveries } from "@/lib/store/alert-deliveries";

/** Messages that told of alerts, the newest first, as AlertDeliveryList; `?before=ID` goes on. */
export const GET = route({ role: "viewer", risk: "read" }, (request) =>
  listDeliveries(new URL(request.url).searchParams.get("before") ?? undefined),
);
