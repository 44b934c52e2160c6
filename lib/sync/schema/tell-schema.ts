import "server-only";
import type { Job } from "@/lib/model/job";
import { store } from "@/lib/store/db";
import { currentUpstream } from "@/lib/store/upstream";
import { publish } from "@/lib/sync/hub";
import { tell } from "@/lib/sync/write-snapshot";

/** Has every page of a connection's schema ask again: its tree, columns, revisions or a draft changed. */
export async function tellSchema(connection_id: string): Promise<void> {
  publish({ type: "schema", connection_id });
  const { db, kind } = await store();
  if (kind === "postgres") await tell(db, { upstream_id: currentUpstream(), schema: connection_id });
}

/** Shows pages everywhere how far a job is; its result, which may be large, is asked for. */
export async function tellJob(job: Job): Promise<void> {
  const head: Job = { ...job, result: null };
  publish({ type: "job", job: head });
  const { db, kind } = await store();
  if (kind === "postgres") await tell(db, { upstream_id: currentUpstream(), job: head });
}
