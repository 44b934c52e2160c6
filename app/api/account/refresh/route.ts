import { route } from "@/lib/auth/route";
import { refreshNow } from "@/lib/sync/poller";
import { accountStatus } from "@/lib/sync/snapshot";

/** Reads the account now and answers with the AccountStatus after it. */
export const POST = route({ role: "operator", risk: "reversible" }, async () => {
  await refreshNow("person");
  return accountStatus();
});
