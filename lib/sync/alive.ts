import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { singleton } from "@/lib/singleton";
import { settleAudit } from "@/lib/store/audit";
import type { Store } from "@/lib/store/database";
import { instance } from "@/lib/store/instance";
import { dropLease, type Lease, takeLease } from "@/lib/sync/lease";
import { pollerTimes } from "@/lib/sync/poller-times";
import { settleRuns } from "@/lib/sync/setup-test-runs";

export const ALIVE_PREFIX = "alive ";

/** Says that this process lives, until it would have said so again several times. */
export function sayAlive({ db }: Pick<Store, "db">, upstream_id: number): Promise<Lease | null> {
  return takeLease(db, upstream_id, ALIVE_PREFIX + instance(), pollerTimes().alive);
}

/** Takes it back, at a clean stop. */
export const sayGone = ({ db }: Pick<Store, "db">, lease: Lease): Promise<void> => dropLease(db, lease);

type Settle = (dead: SQL) => Promise<void>;
const settlers = () => singleton("settlers", () => new Set<Settle>());

/** Has `settle` look, each time, at what processes that `dead` matches the holders of left unfinished. */
export function onSettle(settle: Settle): void {
  settlers().add(settle);
}

/**
 * Settles what dead processes left unfinished: writes and setup tests whose outcome nobody will hear. The
 * embedded database has one process at a time, so every other one is dead.
 */
export async function settleDead({ kind }: Pick<Store, "kind">): Promise<void> {
  const others = sql`holder <> ${instance()}`;
  const dead: SQL =
    kind === "pglite"
      ? others
      : sql`${others} and holder not in (
          select substr(l.name, ${ALIVE_PREFIX.length + 1}) from leases l where l.name like ${`${ALIVE_PREFIX}%`}
            and l.expires_at > (extract(epoch from clock_timestamp()) * 1000)::bigint)`;
  await settleAudit(dead);
  await settleRuns(dead);
  for (const settle of settlers()) await settle(dead);
}
