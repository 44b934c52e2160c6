import { route } from "@/lib/auth/route";
import { callsOfHours } from "@/lib/sync/call-counting";

/** What this console asked of Fivetran in the last day, by hour and feature, as CallCount[]. */
export const GET = route({ role: "viewer", risk: "read" }, () => callsOfHours(23));
