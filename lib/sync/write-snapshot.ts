import "server-only";
import { eq, sql } from "drizzle-orm";
import { AppError } from "@/lib/errors";
import type { Job } from "@/lib/model/job";
import type { Db } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { instance } from "@/lib/store/instance";
import { CHANNEL } from "@/lib/store/postgres";
import { upstreams } from "@/lib/store/tables/upstreams";
import { catchUp } from "@/lib/sync/catch-up";
import { MANY_DETAILS, publishDetails } from "@/lib/sync/hub";
import { assertLease, type Lease } from "@/lib/sync/lease";
import type { Look } from "@/lib/sync/look";

/** One transaction on the snapshot of one upstream. */
export interface Writing {
  db: Db;
  upstream_id: number;
  /** The version this transaction brings, the same at each call; calling it says that something visible changed. */
  touch(): number;
  /** Connections whose details changed. */
  details: Set<string>;
  /** Looks that found everything as it stands. */
  confirmed: readonly Look[];
}

/** What one process tells the others that share its database. */
export interface Telling {
  from: string;
  upstream_id: number;
  /** Connections whose details changed; "many" where the list would be long. */
  details?: string[] | "many";
  /** A connection that is being watched there. */
  watched?: string;
  /** A connection whose schema config, draft or revisions changed. */
  schema?: string;
  /** Without its result. */
  job?: Job;
  /** A draft of a new connection that was saved, sent or removed. */
  setup_draft?: string;
  /** Connections that a webhook spoke of. */
  hinted?: string[];
  /** Deliveries came in, or a webhook of this console changed. */
  webhooks?: true;
  /** The name of a setting of the account that was saved. */
  setting?: string;
}

/**
 * Runs `work` in a transaction that holds the upstream's row, so that writers of the snapshot follow one
 * another in every process, then brings this process's copy up to date and tells the others.
 * @param lease what the writer must still hold, checked inside the transaction
 * @throws AppError `conflict` when the lease is lost; nothing is written then
 */
export async function writeSnapshot(
  upstream_id: number,
  work: (writing: Writing) => Promise<void>,
  lease?: Lease,
): Promise<void> {
  const { db, kind } = await store();
  const details = new Set<string>();
  await db.transaction(async (transaction) => {
    // A transaction has the same queries as the database; drizzle only names its type differently.
    const tx = transaction as unknown as Db;
    const [row] = await tx
      .select({ version: upstreams.version })
      .from(upstreams)
      .where(eq(upstreams.id, upstream_id))
      .for("update");
    if (!row) throw new AppError("conflict", "This account's data was removed meanwhile.");
    if (lease) await assertLease(tx, lease);
    const next = row.version + 1;
    let touched = false;
    const touch = (): number => {
      touched = true;
      return next;
    };
    await work({ db: tx, upstream_id, touch, details, confirmed: [] });
    if (touched) await tx.update(upstreams).set({ version: next }).where(eq(upstreams.id, upstream_id));
    if (kind === "postgres") await tell(tx, { upstream_id, ...few([...details]) });
  });
  await catchUp(upstream_id);
  publishDetails([...details]);
}

/** A notification holds 8,000 bytes. */
const few = (details: readonly string[]): Pick<Telling, "details"> =>
  details.length > MANY_DETAILS ? { details: "many" } : { details: [...details] };

/** Has pages of these connections ask for their details again, in this process and in the others. */
export async function tellDetails(upstream_id: number, details: string[]): Promise<void> {
  publishDetails(details);
  const { db, kind } = await store();
  if (kind === "postgres") await tell(db, { upstream_id, ...few(details) });
}

/** Tells the other processes; inside a transaction they hear it when it commits. */
export async function tell(db: Db, telling: Omit<Telling, "from">): Promise<void> {
  const message = JSON.stringify({ from: instance(), ...telling } satisfies Telling);
  await db.execute(sql`select pg_notify(${CHANNEL}, ${message})`);
}
