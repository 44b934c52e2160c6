import "server-only";
import { eq } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import { type Client, fivetran } from "@/lib/fivetran/client";
import type { Sweeper } from "@/lib/fivetran/quota";
import { singleton } from "@/lib/singleton";
import { store } from "@/lib/store/db";
import { upstreams } from "@/lib/store/tables/upstreams";
import { currentUpstream } from "@/lib/store/upstream";
import { accountChanged } from "@/lib/sync/account-event";
import { pollerFacts } from "@/lib/sync/account-status";
import type { Lease } from "@/lib/sync/lease";
import { memory } from "@/lib/sync/memory";
import { sweepAccount } from "@/lib/sync/sweep-account";
import { writeFailedSweep, writeSweep } from "@/lib/sync/write-sweep";

const LISTS_MS = 3_600_000;
const TYPES_MS = 86_400_000;

interface Sweeping {
  lease?: Lease;
  /** Whether the lease surely holds: asked before each call, since nobody else may poll meanwhile. */
  held?: () => boolean;
  signal?: AbortSignal;
}

const running = singleton<{ sweep: Promise<void> | null }>("sweep", () => ({ sweep: null }));

/**
 * Sweeps the account into the snapshot; joins the sweep that is under way in this process, if one is. A failed
 * sweep changes nothing, and is written down as failed.
 * @throws AppError as the client does; `conflict` when the lease was lost meanwhile
 */
export function sweepNow(as: Sweeper, sweeping: Sweeping): Promise<void> {
  running.sweep ??= sweep(as, sweeping).finally(() => {
    running.sweep = null;
    pollerFacts().progress = null;
    accountChanged();
  });
  return running.sweep;
}

async function sweep(as: Sweeper, { lease, held, signal }: Sweeping): Promise<void> {
  const upstream_id = currentUpstream();
  const started_at = Date.now();
  const due = await listsDue(upstream_id, started_at);
  const facts = pollerFacts();
  try {
    const swept = await sweepAccount(whileHeld(held), {
      as,
      signal,
      ...due,
      known: memory().rows,
      onProgress: (done, total) => {
        facts.progress = { done, total };
        accountChanged();
      },
    });
    await writeSweep(upstream_id, swept, { asked_by: as, lease });
    facts.failing = null;
  } catch (error) {
    const failed = error instanceof AppError && error.code !== "conflict" && !signal?.aborted;
    if (failed) {
      await writeFailedSweep(upstream_id, { started_at, calls: 1, asked_by: as, error: error.message });
    }
    throw error;
  }
}

function whileHeld(held: (() => boolean) | undefined): Pick<Client, "call"> {
  const client = fivetran();
  if (!held) return client;
  return {
    call: (operation, options) => {
      if (held()) return client.call(operation, options);
      throw new AppError("conflict", "Another instance has taken over the polling.");
    },
  };
}

/** Groups and destinations are read once an hour, or when a group turns up; connector types once a day. */
async function listsDue(upstream_id: number, now: number): Promise<{ lists: boolean; types: boolean }> {
  const { db } = await store();
  const { lists_read_at, types_read_at } = upstreams;
  const [row] = await db
    .select({ lists_read_at, types_read_at })
    .from(upstreams)
    .where(eq(upstreams.id, upstream_id));
  return {
    lists: hasNewGroup() || now - (row?.lists_read_at ?? 0) >= LISTS_MS,
    types: now - (row?.types_read_at ?? 0) >= TYPES_MS,
  };
}

/** Whether a connection lies in a group that is not listed. Each is asked for once: the key may not see it. */
function hasNewGroup(): boolean {
  const { rows, groups } = memory();
  const asked = singleton("groups-asked", () => new Set<string>());
  const known = new Set(groups.map((group) => group.id));
  const fresh = [...rows.values()]
    .map((row) => row.group_id)
    .filter((id) => !known.has(id) && !asked.has(id));
  for (const id of fresh) asked.add(id);
  return fresh.length > 0;
}
