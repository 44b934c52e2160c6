import "server-only";
import { and, eq, type SQL } from "drizzle-orm";
import { redact } from "@/lib/auth/redact";
import { store } from "@/lib/store/db";
import { instance } from "@/lib/store/instance";
import { audit } from "@/lib/store/tables/audit";
import { currentUpstream } from "@/lib/store/upstream";

export interface Intent {
  /** `Actor.id`. */
  actor: string;
  request_id: string;
  operation: string;
  params: Record<string, string>;
  /** Redacted here as well; null where there is none. */
  body: unknown;
}

export interface Outcome {
  /** `unknown`: sent, and its answer lost. */
  outcome: "succeeded" | "failed" | "unknown";
  /** Upstream's HTTP status, null where it gave none. */
  status: number | null;
  /** Short words, already free of secrets. */
  message?: string | null;
}

/**
 * Writes the intent before a write leaves; resolves with its id once it is durable.
 * @throws AppError `unavailable` while the account is not known.
 */
export async function recordIntent(intent: Intent, now = Date.now()): Promise<number> {
  const { db } = await store();
  const [row] = await db
    .insert(audit)
    .values({
      upstream_id: currentUpstream(),
      actor: intent.actor,
      request_id: intent.request_id,
      operation: intent.operation,
      connection_id: intent.params.connectionId ?? null,
      params: intent.params,
      body: intent.body === undefined ? null : redact(intent.body),
      at: now,
      outcome: "pending",
      holder: instance(),
    })
    .returning({ id: audit.id });
  if (!row) throw new Error("The audit row did not come back.");
  return row.id;
}

/** Writes what became of it. The first outcome stands: a second one changes nothing. */
export async function recordOutcome(id: number, outcome: Outcome, now = Date.now()): Promise<void> {
  const { db } = await store();
  await db
    .update(audit)
    .set({ ...outcome, message: outcome.message ?? null, ended_at: now })
    .where(and(eq(audit.id, id), eq(audit.outcome, "pending")));
}

/** The pending writes of processes that `dead` matches: sent or not, nobody will say. */
export async function settleAudit(dead: SQL, now = Date.now()): Promise<void> {
  const { db } = await store();
  await db
    .update(audit)
    .set({ outcome: "unknown", ended_at: now, message: "Headgate stopped before the answer arrived." })
    .where(and(eq(audit.outcome, "pending"), dead));
}
