import "server-only";
import { store } from "@/lib/store/db";
import { currentUpstream } from "@/lib/store/upstream";
import { publish } from "@/lib/sync/hub";
import { tell } from "@/lib/sync/write-snapshot";

/** Has every page ask again that shows a draft of a new connection. */
export async function tellSetup(id: string): Promise<void> {
  publish({ type: "setup_draft", id });
  const { db, kind } = await store();
  if (kind === "postgres") await tell(db, { upstream_id: currentUpstream(), setup_draft: id });
}
