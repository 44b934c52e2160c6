import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { type Operation, rowOf } from "@/lib/contract/table";
import { AppError } from "@/lib/errors";
import { fivetran } from "@/lib/fivetran/client";
import { type Journal, write } from "@/lib/fivetran/proxy";
import { trackWrite } from "@/lib/fivetran/track-write";
import type { BulkAct } from "@/lib/model/bulk/bulk-act";
import { type BulkStep, bulkStep } from "@/lib/model/bulk/bulk-step";
import { Connection } from "@/lib/model/connection";
import type { ConnectionRow } from "@/lib/model/snapshot";
import { readAnnotation } from "@/lib/store/annotations";
import { recordIntent, recordOutcome } from "@/lib/store/audit";
import { currentUpstream } from "@/lib/store/upstream";
import { annotateUntold } from "@/lib/sync/annotate";
import { announceWrite } from "@/lib/sync/announce";
import { applyLooks } from "@/lib/sync/apply-looks";
import { hint } from "@/lib/sync/hints";
import { lookAt } from "@/lib/sync/look-at";
import { memory } from "@/lib/sync/memory";
import { writeSnapshot } from "@/lib/sync/write-snapshot";

interface Context {
  actor: Actor;
  request_id: string;
}

/** How a connection stands now; null where Fivetran does not know it any more. @throws AppError as the client does */
export async function freshRow(
  act: BulkAct,
  connectionId: string,
  signal: AbortSignal,
): Promise<ConnectionRow | null> {
  // Tags are ours: Fivetran need not be asked.
  if (act.kind !== "tags") await lookAt(connectionId, "job", signal);
  return memory().rows.get(connectionId) ?? null;
}

/** What the act comes to for a connection that stands so. */
export async function stepOf(act: BulkAct, row: ConnectionRow): Promise<BulkStep> {
  const tags = act.kind === "tags" ? (await readAnnotation(row.id)).tags : [];
  return bulkStep(act, row, tags);
}

/**
 * Does to one connection what its step says, once, with the audit rows and the name on it that the single act leaves.
 * @throws AppError as the client; `conflict` where its tags were changed at the same time again and again
 */
export async function takeStep(
  act: BulkAct,
  step: BulkStep,
  connectionId: string,
  context: Context,
): Promise<void> {
  if (step.kind === "modify") {
    const body = { ...step.patch, run_setup_tests: false };
    const text = await sendStep("modify_connection", connectionId, body, context);
    await takeUp(connectionId, text, context.actor);
  } else if (step.kind === "sync") {
    await sendStep("sync_connection", connectionId, { force: false }, context);
    hint(connectionId);
  } else if (step.kind === "tags") await saveTags(act, connectionId, context);
}

/** A person's single act looks afterwards; here the answer to the write is that look. */
const journal: Journal = { recordIntent, recordOutcome, announceWrite, readBack: async () => {} };

async function sendStep(
  operation: Operation,
  connectionId: string,
  body: unknown,
  context: Context,
): Promise<string | null> {
  const match = { operation, row: rowOf(operation), params: { connectionId } };
  const call = { params: { connectionId }, body, as: "job" } as const;
  const { text } = await trackWrite(write(match, call, fivetran(), journal, context));
  return text;
}

/** Has the snapshot show what Fivetran answered; what cannot be read is looked at by the poller. */
async function takeUp(connectionId: string, text: string | null, actor: Actor): Promise<void> {
  const answer: unknown = text === null ? null : JSON.parse(text);
  const parsed = Connection.safeParse((answer as { data?: unknown } | null)?.data);
  if (!parsed.success || parsed.data.id !== connectionId) return hint(connectionId);
  const at = Date.now();
  const look = { connection: parsed.data, started_at: at, read_at: at, detail: true };
  await writeSnapshot(currentUpstream(), (writing) =>
    applyLooks(writing, { seen: [look], absent: [], actor: actor.id }),
  ).catch(() => hint(connectionId));
}

const TRIES = 5;

async function saveTags(act: BulkAct, connectionId: string, context: Context): Promise<void> {
  for (let tries = 1; ; tries++) {
    const { version, saved_by: _, saved_at: __, ...held } = await readAnnotation(connectionId);
    const row = memory().rows.get(connectionId);
    const step = row ? bulkStep(act, row, held.tags) : null;
    if (step?.kind !== "tags") return;
    try {
      await annotateUntold(connectionId, version, { ...held, tags: step.tags }, context);
      return;
    } catch (error) {
      if (tries >= TRIES || !(error instanceof AppError && error.code === "conflict")) throw error;
    }
  }
}
