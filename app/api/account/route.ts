import { route } from "@/lib/auth/route";
import { accountStatus } from "@/lib/sync/snapshot";

/** How the upstream, the key's rights, the quota and the poller are, as AccountStatus. */
export const GET = route({ role: "viewer", risk: "read" }, async () => accountStatus());
