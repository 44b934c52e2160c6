import "server-only";
import { eq } from "drizzle-orm";
import type { Actor } from "@/lib/auth/actor";
import type { Invalidates } from "@/lib/contract/endpoint";
import { fivetran } from "@/lib/fivetran/client";
import { upstreams } from "@/lib/store/tables/upstreams";
import { currentUpstream } from "@/lib/store/upstream";
import { applyLists } from "@/lib/sync/apply-lists";
import { publishDetails } from "@/lib/sync/hub";
import { lookAt } from "@/lib/sync/look-at";
import { memory } from "@/lib/sync/memory";
import { PageReader } from "@/lib/sync/pages";
import { readDestinations, readGroups, sweepAccount } from "@/lib/sync/sweep-account";
import { writeSnapshot } from "@/lib/sync/write-snapshot";
import { writeSweep } from "@/lib/sync/write-sweep";

/**
 * Looks at what a write changed, on that person's account of calls, and writes it into the snapshot with them as
 * the actor. A connection that is gone is marked so; without an id the whole list is read.
 * @throws AppError as the client does; the snapshot is as before then and the next sweep makes up for it
 */
export async function readBack(
  connectionId: string | null,
  invalidates: readonly Invalidates[],
  actor: Actor,
): Promise<void> {
  const upstream_id = currentUpstream();
  const connections = invalidates.some((it) => it === "connection" || it === "connections");
  if (invalidates.includes("groups")) await readLists(upstream_id);
  if (connections && connectionId !== null) await lookAt(connectionId, "person", undefined, actor.id);
  else if (connections) await readAll(upstream_id, actor);
  // Approvals and schema configs are not in the snapshot: open pages ask for them again.
  else if (connectionId !== null) publishDetails([connectionId]);
}

async function readAll(upstream_id: number, actor: Actor): Promise<void> {
  const known = memory().rows;
  const swept = await sweepAccount(fivetran(), { as: "person", lists: false, types: false, known });
  await writeSweep(upstream_id, swept, { asked_by: "person", actor: actor.id });
}

async function readLists(upstream_id: number): Promise<void> {
  const reader = new PageReader();
  const groups = await readGroups(fivetran(), reader, { as: "person" });
  const destinations = await readDestinations(fivetran(), reader, { as: "person" });
  await writeSnapshot(upstream_id, async (writing) => {
    await applyLists(writing, { groups, destinations, types: null });
    const kept = memory().denied.filter((name) => name !== "groups" && name !== "destinations");
    await writing.db
      .update(upstreams)
      .set({ denied: [...kept, ...reader.denied] })
      .where(eq(upstreams.id, upstream_id));
  });
}
