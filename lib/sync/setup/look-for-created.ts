import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import type { SetupCreation } from "@/lib/model/setup-draft";
import { type SetupDraftRow, setupDraftRow } from "@/lib/store/setup-drafts";
import type { SetupAttempt } from "@/lib/store/tables/setup-drafts";
import { findCreated } from "@/lib/sync/setup/find-created";
import { settleCreation } from "@/lib/sync/setup/settle-creation";
import { setupTimes } from "@/lib/sync/setup/setup-times";

/** What clients allow a creation (T: docs/guides/connector_setup.md). */
const LONGEST_MS = 1_800_000;

/**
 * Looks once for what an attempt created whose answer was lost, and writes down what that says.
 * @returns the row as it stands
 * @throws AppError as the client does; the row is as before then
 */
export async function lookForCreated(row: SetupDraftRow): Promise<SetupDraftRow> {
  const { attempt } = row;
  if (!attempt) return row;
  const ended = await settleCreation(row, await sawOf(row.upstream_id, attempt));
  return ended ?? setupDraftRow(row.id, row.actor);
}

/**
 * The same until it is found, a few times: Fivetran may be carrying the request out, or not show it for a moment. Never
 * rejects where Fivetran cannot be asked: then nothing is known.
 * @param otherwise what it was where it is not found; that nothing is known, where absent
 */
export async function lookOften(row: SetupDraftRow, otherwise?: SetupCreation): Promise<void> {
  const { attempt, upstream_id } = row;
  if (!attempt) return;
  let saw: SetupCreation = { state: "unknown", at: attempt.at, looked_at: null, message: "" };
  for (const rest of setupTimes().looks) {
    await sleep(rest, undefined, { ref: false });
    saw = await sawOf(upstream_id, attempt).catch((error: unknown) => unasked(saw, attempt, error));
    if (saw.state !== "unknown") break;
  }
  const looked = saw.state !== "unknown" || saw.looked_at !== null;
  const settled = saw.state === "unknown" && looked && otherwise ? otherwise : saw;
  if (await settleCreation(row, settled)) return;
  // Another draft took the same connection meanwhile.
  if (settled.state === "created") await settleCreation(row, taken(attempt));
}

async function sawOf(upstream_id: number, attempt: SetupAttempt): Promise<SetupCreation> {
  const found = await findCreated(upstream_id, attempt);
  const now = Date.now();
  switch (found.kind) {
    case "created":
      return {
        state: "created",
        at: now,
        connection_id: found.connection_id,
        message: `The answer to the request of ${clock(attempt.since)} UTC was lost. The connection was found by its name; nothing was sent twice.`,
      };
    case "taken":
      return taken(attempt);
    case "nothing":
      return { state: "unknown", at: attempt.at, looked_at: now, message: missing(attempt, now) };
  }
}

function taken({ schema, field }: SetupAttempt): SetupCreation {
  return {
    state: "refused",
    at: Date.now(),
    message: `Fivetran's answer was lost, and ${schema} is the name of another connection of this destination, so nothing was created. Choose another name.`,
    field,
    retry_at: null,
  };
}

function missing({ at }: SetupAttempt, now: number): string {
  return now - at > LONGEST_MS
    ? "The request is more than half an hour old, so that is unlikely."
    : "Fivetran may take up to half an hour. Look again before it is sent once more.";
}

/** What an earlier look found stands. */
function unasked(saw: SetupCreation, { at }: SetupAttempt, error: unknown): SetupCreation {
  if (saw.state === "unknown" && saw.looked_at !== null) return saw;
  const why = error instanceof AppError ? error.message : "Headgate failed; its log says why.";
  return {
    state: "unknown",
    at,
    looked_at: null,
    message: `Fivetran cannot be asked for it just now: ${why}`,
  };
}

const clock = (at: number) => new Date(at).toISOString().slice(11, 16);
