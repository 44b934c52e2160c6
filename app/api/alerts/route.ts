import { route } from "@/lib/auth/route";
import { listAlerts } from "@/lib/store/alerts";

/** The alerts that are open and those that ended last, as AlertList. */
export const GET = route({ role: "viewer", risk: "read" }, () => listAlerts());
