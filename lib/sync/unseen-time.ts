import "server-only";
import { lookedAt, type Stretch } from "@/lib/model/observation";
import { without } from "@/lib/model/stretch-sets";
import type { Db } from "@/lib/store/database";
import { observationsSince } from "@/lib/sync/observe";

/** The time of a range, as far as it has come, in which nobody looked at the account. Epoch milliseconds. */
export async function unseenTime(
  db: Db,
  upstream_id: number,
  range: Stretch,
  now: number,
): Promise<Stretch[]> {
  const past = { from: range.from, to: Math.min(range.to, now) };
  if (past.to <= past.from) return [];
  const looks = await observationsSince(db, upstream_id, past.from);
  return without([past], lookedAt(looks, past, now));
}
