import "server-only";
import { and, eq } from "drizzle-orm";
import type { RevisionCause } from "@/lib/model/schema/schema-answers";
import type { Db } from "@/lib/store/database";
import { leases } from "@/lib/store/tables/leases";
import { currentUpstream } from "@/lib/store/upstream";
import type { By } from "@/lib/sync/schema/revisions";

/** A write to a schema config that was sent and whose outcome is not written down yet: left on the lease of the turn. */
export interface Writing {
  job: string;
  sent_at: number;
  cause: RevisionCause;
  by: By;
}

/** The lease that whoever writes to a connection's schema config holds, of all instances. */
export const writingLease = (connection_id: string): string => `schema ${connection_id}`;

/** The write under way; null for none. What a read finds while there is one came from it. */
export async function writingNow(db: Db, connection_id: string): Promise<Writing | null> {
  const [lease] = await db
    .select({ state: leases.state })
    .from(leases)
    .where(and(eq(leases.upstream_id, currentUpstream()), eq(leases.name, writingLease(connection_id))));
  return (lease?.state ?? null) as Writing | null;
}
