import "server-only";
import { singleton } from "@/lib/singleton";
import { store } from "@/lib/store/db";
import { knownUpstream } from "@/lib/store/upstream";
import { publish } from "@/lib/sync/hub";
import { tell } from "@/lib/sync/write-snapshot";

const GAP_MS = 1_000;

const pending = singleton<{ timer: NodeJS.Timeout | null }>("webhooks-event", () => ({ timer: null }));

/** Has pages that show webhooks ask again, soon and once however much comes in meanwhile. */
export function webhooksChanged(): void {
  pending.timer ??= setTimeout(() => {
    pending.timer = null;
    publish({ type: "webhooks" });
    const upstream_id = knownUpstream();
    if (upstream_id === null) return;
    void store()
      .then(({ db, kind }) => (kind === "postgres" ? tell(db, { upstream_id, webhooks: true }) : undefined))
      .catch(() => {});
  }, GAP_MS);
  pending.timer.unref();
}
