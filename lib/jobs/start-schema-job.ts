import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/authorize";
import type { RouteContext } from "@/lib/auth/route";
import { type Risk, riskOf } from "@/lib/contract/endpoint";
import { rowOf } from "@/lib/contract/table";
import { AppError } from "@/lib/errors";
import type { ApplyInput } from "@/lib/jobs/apply-schema";
import { queue } from "@/lib/jobs/queue";
import type { ReloadInput } from "@/lib/jobs/reload-schema";
import type { Job, SchemaJobKind } from "@/lib/model/job";
import { listOf } from "@/lib/model/names";
import { countSteps } from "@/lib/model/schema/change-counts";
import { confirmationSteps } from "@/lib/model/schema/confirmations-of";
import { patchOf } from "@/lib/model/schema/patch-of";
import type { Confirmation, SchemaJobAsk } from "@/lib/model/schema/schema-answers";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { inTurns, type Steps } from "@/lib/model/steps";
import { addJob, jobOf, openJob } from "@/lib/store/jobs";
import { memory } from "@/lib/sync/memory";
import { tellJob } from "@/lib/sync/schema/tell-schema";
import { gone } from "@/lib/sync/snapshot";

type Ask<K extends SchemaJobKind> = Extract<SchemaJobAsk, { kind: K }>;

/**
 * Has a job on a connection's schema begin, and answers at once: it goes on whoever watches.
 * @throws AppError `not_found`; `invalid` where a confirmation is missing or there is nothing to do; `forbidden`;
 *   `conflict` while a job of that kind goes on there
 */
export async function startSchemaJob(
  connection_id: string,
  ask: SchemaJobAsk,
  { actor, request_id }: RouteContext,
): Promise<Job> {
  const known = memory().rows.get(connection_id);
  if (!known) throw gone(null);
  const input = await inputOf(ask, actor);
  const waiting = queue();
  const row = await addJob({
    connection_id,
    kind: ask.kind,
    actor: actor.id,
    request_id,
    note: "Waits for its turn. Nothing has been sent.",
    input,
  });
  if (!row) throw alreadyOpen(await openJob(connection_id, ask.kind), ask.kind);
  const job = jobOf(row);
  await tellJob(job);
  await waiting.send(row.upstream_id, row.id);
  return job;
}

async function inputOf(ask: SchemaJobAsk, actor: Actor): Promise<unknown> {
  switch (ask.kind) {
    case "apply_schema":
      return applyInput(ask, actor);
    case "reload_schema":
      return reloadInput(ask, actor);
    case "load_columns": {
      const { role } = rowOf("connection_column_config");
      authorize(actor, { role, risk: "read" });
      if (ask.tables.length === 0) throw new AppError("invalid", "No table was named.");
      return { tables: ask.tables };
    }
  }
}

async function applyInput(
  { changes, why, confirmed, cause }: Ask<"apply_schema">,
  actor: Actor,
): Promise<ApplyInput> {
  const { total } = await inTurns(countSteps(changes));
  if (total === 0) throw new AppError("invalid", "There is no change to apply.");
  check(await inTurns(confirmationSteps(changes)), confirmed);
  const row = rowOf("modify_connection_schema_config");
  authorize(actor, { role: row.role, risk: await inTurns(riskSteps(changes)) });
  const of = cause?.undo ?? cause?.restore ?? null;
  const kind = cause?.undo !== undefined ? "undo" : cause?.restore !== undefined ? "restore" : "apply";
  return { changes, cause: kind, by: { actor: actor.id, why, of }, confirmed, actor };
}

/** The risk of the request that makes the changes: the highest of its tables, or of what is beside them. */
function* riskSteps({ schemas, ...policy }: SchemaChanges): Steps<Risk> {
  const row = rowOf("modify_connection_schema_config");
  const risk = (piece: SchemaChanges) => riskOf(row, JSON.parse(patchOf(piece)));
  const rest = risk({ ...policy, schemas: schemas.map(({ tables: _, ...schema }) => schema) });
  if (rest === "privacy") return rest;
  for (const { name, tables = [] } of schemas)
    for (const table of tables) {
      if (risk({ schemas: [{ name, tables: [table] }] }) === "privacy") return "privacy";
      yield;
    }
  return rest;
}

function reloadInput({ exclude_mode, confirmed }: Ask<"reload_schema">, actor: Actor): ReloadInput {
  check(exclude_mode === "EXCLUDE" ? ["exclude"] : [], confirmed);
  const row = rowOf("reload_connection_schema_config");
  authorize(actor, { role: row.role, risk: riskOf(row, { exclude_mode }) });
  return { exclude_mode, by: { actor: actor.id, why: "", of: null }, actor };
}

const CONFIRMED: Record<Confirmation, string> = {
  unhash: "to un-hash columns",
  unblock: "to load columns that were held back",
  allow_all: "to let everything new load",
  exclude: "to turn every table off",
};

function check(asked: readonly Confirmation[], confirmed: readonly Confirmation[]): void {
  const missing = asked.filter((one) => !confirmed.includes(one));
  if (missing.length === 0) return;
  const what = listOf(missing.map((one) => CONFIRMED[one]));
  throw new AppError("invalid", `This has to be confirmed in typed words: ${what}. Nothing was sent.`);
}

const KINDS: Record<SchemaJobKind, string> = {
  apply_schema: "Changes of this connection's schema are being applied",
  reload_schema: "This connection's schema is being reloaded",
  load_columns: "Columns of this connection are being read",
};

function alreadyOpen(job: Job | null, kind: SchemaJobKind): AppError {
  const since = job
    ? `, begun by ${job.actor} at ${new Date(job.created_at).toISOString().slice(11, 16)} UTC`
    : "";
  return new AppError(
    "conflict",
    `${KINDS[kind]}${since}. Nothing was started; try again when that has ended.`,
  );
}
