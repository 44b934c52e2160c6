import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { redactRequest } from "@/lib/auth/redact-request";
import type { Operation } from "@/lib/contract/table";
import { AppError, asAppError } from "@/lib/errors";
import { fivetran } from "@/lib/fivetran/client";
import { trackWrite } from "@/lib/fivetran/track-write";
import { writeSummary } from "@/lib/fivetran/write-summary";
import { jobTimes } from "@/lib/jobs/job-times";
import type { RunningJob } from "@/lib/jobs/running-job";
import { errorText, log } from "@/lib/log";
import { recordIntent, recordOutcome } from "@/lib/store/audit";
import { announceWrite } from "@/lib/sync/announce";
import { readBack } from "@/lib/sync/read-back";
import { type ScannedAnswer, scanAnswer } from "@/lib/sync/schema/keep-answer";

export interface SchemaWrite {
  operation: Extract<Operation, "modify_connection_schema_config" | "reload_connection_schema_config">;
  body?: unknown;
  /** The same as JSON text, in which every name is a key of its own; one of the two is given. */
  text?: string;
  /** What the audit keeps in the place of the body; the body itself where absent. */
  told?: unknown;
  actor: Actor;
  /** Gives up waiting for the answer, where the job is asked to stop. */
  signal?: AbortSignal;
}

/**
 * Sends a write of a job, recorded before and after, and reads the schema config that answers it. One that Fivetran's
 * quota holds back is sent when that ends, within limits; nothing else is ever sent twice.
 * @throws AppError as the client; `unknown_outcome` also where the answer was cut off
 */
export async function sendWrite(
  job: RunningJob,
  write: SchemaWrite,
): Promise<ScannedAnswer & { started_at: number }> {
  const deadline = Date.now() + jobTimes().quota;
  for (;;) {
    const started_at = Date.now();
    try {
      return { ...(await trackWrite(recorded(job, write))), started_at };
    } catch (error) {
      const at =
        error instanceof AppError && error.code === "rate_limited" ? error.facts.retry_at : undefined;
      if (at === undefined || at > deadline) throw error;
      await job.waitUntil(
        at,
        "Fivetran's API budget is used up for now; this was not carried out and goes again.",
      );
    }
  }
}

async function recorded(
  job: RunningJob,
  { operation, body, text, told, actor, signal }: SchemaWrite,
): Promise<ScannedAnswer> {
  const params = { connectionId: job.connection_id };
  const intent = {
    actor: actor.id,
    request_id: job.request_id,
    operation,
    params,
    body: told ?? redactRequest(text === undefined ? body : JSON.parse(text)),
  };
  const id = await recordIntent(intent);
  const settle = (work: Promise<void>) =>
    work.catch((error: unknown) => log.error({ job: job.id, error: errorText(error) }, "after a write"));
  await settle(announceWrite(job.connection_id, actor, writeSummary(operation, body)));
  try {
    const answer = await fivetran().send(operation, {
      params,
      ...(text === undefined ? { body } : { text }),
      as: "person",
      ...(signal && { signal }),
    });
    const scanned = await scanAnswer(answer).catch((cause: unknown) => {
      throw new AppError("unknown_outcome", "The request was sent and its answer was cut off.", { cause });
    });
    await settle(recordOutcome(id, { outcome: "succeeded", status: answer.status }));
    void settle(readBack(job.connection_id, ["connection"], actor));
    return scanned;
  } catch (error) {
    const { code, message, facts } = asAppError(error);
    const outcome = code === "unknown_outcome" ? "unknown" : "failed";
    await settle(recordOutcome(id, { outcome, status: facts.upstream_status ?? null, message }));
    throw error;
  }
}
