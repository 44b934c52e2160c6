import "server-only";
import { fivetran } from "@/lib/fivetran/client";
import type { Asker } from "@/lib/fivetran/quota";
import { currentUpstream } from "@/lib/store/upstream";
import { applyLooks } from "@/lib/sync/apply-looks";
import { readConnection } from "@/lib/sync/read-connection";
import { writeSnapshot } from "@/lib/sync/write-snapshot";

/**
 * Reads one connection's details into the snapshot; one that Fivetran no longer knows is marked vanished.
 * @param actor who brought about what is found, where that is certain
 * @throws AppError as the client does
 */
export async function lookAt(id: string, as: Asker, signal?: AbortSignal, actor?: string): Promise<void> {
  const upstream_id = currentUpstream();
  const started_at = Date.now();
  const connection = await readConnection(fivetran(), id, { as, signal });
  const read_at = Date.now();
  await writeSnapshot(upstream_id, (writing) =>
    applyLooks(writing, {
      seen: connection ? [{ connection, started_at, read_at, detail: true }] : [],
      absent: connection ? [] : [{ id, started_at, read_at }],
      actor,
    }),
  );
}
