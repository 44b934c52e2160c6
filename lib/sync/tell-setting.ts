import "server-only";
import { errorText, log } from "@/lib/log";
import { store } from "@/lib/store/db";
import { currentUpstream } from "@/lib/store/upstream";
import { publish } from "@/lib/sync/hub";
import { tell } from "@/lib/sync/write-snapshot";

/** Has pages of every process read a setting again. It stands saved whatever becomes of this. */
export async function tellSetting(name: string): Promise<void> {
  publish({ type: "setting", name });
  try {
    const { db, kind } = await store();
    if (kind === "postgres") await tell(db, { upstream_id: currentUpstream(), setting: name });
  } catch (error) {
    log.warn({ error: errorText(error), name }, "tell setting");
  }
}
