import "server-only";
import { countOpenAlerts } from "@/lib/store/alerts";
import { accountCount } from "@/lib/sync/account-count";
import { tellSetting } from "@/lib/sync/tell-setting";

/** Under this name pages hear that alerts, rules, channels or messages changed. */
export const ALERTS = "alerts";

/** Has pages told how many alerts are open. Never rejects. */
export const countAlerts = accountCount("alerts_open", countOpenAlerts);

/** Has pages of every process read alerts again, and this one count those that are open. */
export async function tellAlerts(): Promise<void> {
  await tellSetting(ALERTS);
  await countAlerts();
}
