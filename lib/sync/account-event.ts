import "server-only";
import { singleton } from "@/lib/singleton";
import { publish } from "@/lib/sync/hub";
import { accountStatus } from "@/lib/sync/snapshot";

const GAP_MS = 500;

const pending = singleton<{ timer: NodeJS.Timeout | null }>("account-event", () => ({ timer: null }));

/** Tells browsers how the account is, soon and once however often it is called meanwhile. */
export function accountChanged(): void {
  pending.timer ??= setTimeout(() => {
    pending.timer = null;
    publish({ type: "account", status: accountStatus() });
  }, GAP_MS);
  pending.timer.unref();
}
