import "server-only";
import { hooksSwitchedOff } from "@/lib/store/webhooks";
import { accountCount } from "@/lib/sync/account-count";

/** Has pages told how many webhooks of this console somebody else, or Fivetran, has switched off. Never rejects. */
export const countHooksOff = accountCount("webhooks_off", hooksSwitchedOff);
