import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError, asAppError } from "@/lib/errors";
import { inTurn } from "@/lib/jobs/in-turn";
import { lookAgain } from "@/lib/jobs/look-again";
import type { Ending, RunningJob } from "@/lib/jobs/running-job";
import { sendWrite } from "@/lib/jobs/send-write";
import { isStopping } from "@/lib/jobs/stopping";
import { countOf } from "@/lib/model/names";
import { changeCounts } from "@/lib/model/schema/change-counts";
import { changeWords } from "@/lib/model/schema/change-words";
import type { ReloadResult } from "@/lib/model/schema/schema-answers";
import { schemaCount, tableCount } from "@/lib/model/schema/schema-tree";
import type { EXCLUDE_MODES } from "@/lib/model/schema-config";
import { type KeptAnswer, keepAnswer, type ScannedAnswer } from "@/lib/sync/schema/keep-answer";
import { keptTree } from "@/lib/sync/schema/kept-tree";
import { readSchemaConfig } from "@/lib/sync/schema/read-schema-config";
import type { By } from "@/lib/sync/schema/revisions";

export interface ReloadInput {
  exclude_mode: (typeof EXCLUDE_MODES)[number];
  by: By;
  actor: Actor;
}

/** Has Fivetran look at the source again and says what that found; also where it has never looked at it. */
export function reloadSchema(job: RunningJob<ReloadInput>): Promise<Ending<ReloadResult>> {
  return inTurn(job, async (turn) => {
    const { exclude_mode, by, actor } = job.input;
    await job.note("Reading the schema from Fivetran first, to tell what the reload changes.");
    await readBefore(job);
    await job.note("Fivetran reads the source's schemas and tables. That can take minutes.");
    await turn.sending("reload", by);
    try {
      const answer = await sendWrite(job, {
        operation: "reload_connection_schema_config",
        body: { exclude_mode },
        actor,
        signal: job.signal,
      });
      return await found(job, answer, "");
    } catch (thrown) {
      const error = asAppError(thrown);
      if (isStopping()) throw error;
      if (job.canceled) {
        return {
          state: "canceled",
          note: "Stopped waiting. If Fivetran had begun, it goes on; what it finds shows when the schema is read again.",
        };
      }
      if (error.code !== "unknown_outcome")
        return { state: "failed", note: `Not reloaded. ${error.message}` };
      return lookWhether(job, error);
    }
  });
}

/** Says what a reload that died with its process had changed. */
export function settleReload(job: RunningJob<ReloadInput>): Promise<Ending<ReloadResult>> {
  return inTurn(job, async (turn) => {
    if (!turn.left) {
      return { state: "failed", note: "Headgate was stopped before the reload was sent. Nothing was sent." };
    }
    const lost = new AppError("unknown_outcome", "Headgate was stopped before Fivetran's answer arrived.");
    return lookWhether(job, lost);
  });
}

/** A schema config that does not exist yet is what a reload makes. */
async function readBefore(job: RunningJob): Promise<void> {
  await readSchemaConfig(job.connection_id, "person", job.signal).catch((error: unknown) => {
    if (!(error instanceof AppError && error.facts.upstream_code === "NotFound_SchemaConfig")) throw error;
  });
}

async function lookWhether(job: RunningJob<ReloadInput>, lost: AppError): Promise<Ending<ReloadResult>> {
  const before = await keptTree(job.connection_id);
  const seen = await lookAgain(job, lost.message, async () => true);
  const words = `${lost.message} Whether Fivetran looked at the source is not known.`;
  if (!seen) {
    return { state: "unknown", note: `${words} Fivetran could not be asked since; reload again if need be.` };
  }
  const ending = await found(job, seen.look, ` ${lost.message}`);
  const changed = ending.result?.revision !== null || before === null;
  if (changed) return ending;
  return {
    ...ending,
    state: "unknown",
    note: `${words} The schema is as it was before; reload again if need be.`,
  };
}

async function found(
  job: RunningJob<ReloadInput>,
  answer: ScannedAnswer & { started_at: number },
  also: string,
): Promise<Ending<ReloadResult>> {
  const before = await keptTree(job.connection_id);
  const { kept, changes, revision }: KeptAnswer = await keepAnswer(
    job.connection_id,
    answer,
    "reload",
    job.input.by,
  );
  const holds = { schemas: schemaCount(kept.tree), tables: tableCount(kept.tree) };
  const counts = changeCounts(changes);
  const now = `${countOf(holds.tables, "table")} in ${countOf(holds.schemas, "schema")}`;
  const first = before === null;
  const note = first ? `Fivetran found ${now}.` : foundWords(changeWords(counts), revision, now);
  return { state: "done", note: note + also, result: { changes, counts, revision, holds } };
}

function foundWords(words: string, revision: number | null, now: string): string {
  if (revision === null) return `Reloaded: nothing is different. The schema holds ${now}.`;
  return `Reloaded, revision ${revision}: ${words}. The schema holds ${now}.`;
}
