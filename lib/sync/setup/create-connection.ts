import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { RouteContext } from "@/lib/auth/route";
import { rowOf } from "@/lib/contract/table";
import { AppError } from "@/lib/errors";
import { fivetran } from "@/lib/fivetran/client";
import { envelopeOf } from "@/lib/fivetran/envelope";
import { type Journal, write } from "@/lib/fivetran/proxy";
import { trackWrite } from "@/lib/fivetran/track-write";
import { errorText, log } from "@/lib/log";
import { Connection } from "@/lib/model/connection";
import type { SetupCreation, SetupDraft } from "@/lib/model/setup-draft";
import { recordIntent, recordOutcome } from "@/lib/store/audit";
import { earlierAttemptAt } from "@/lib/store/earlier-attempts";
import { beginCreation } from "@/lib/store/setup-creations";
import { draftOf, readSetupDraft, type SetupDraftRow, setupDraftRow } from "@/lib/store/setup-drafts";
import { announceWrite } from "@/lib/sync/announce";
import { memory } from "@/lib/sync/memory";
import { type CreationRequest, creationRequest } from "@/lib/sync/setup/creation-request";
import { namedBefore } from "@/lib/sync/setup/find-created";
import { lookForCreated, lookOften } from "@/lib/sync/setup/look-for-created";
import { settleCreation } from "@/lib/sync/setup/settle-creation";
import { setupTimes } from "@/lib/sync/setup/setup-times";
import { tellSetup } from "@/lib/sync/setup/tell-setup";

const OPERATION = "create_connection";

/**
 * Creates the connection of a draft: paused, untested, nothing trusted. Sent once; what came of it stands in the draft,
 * which is answered with. It goes on when its page leaves, and where it takes long the draft is answered as `sending`.
 * @param again one more attempt after one whose answer was lost and that a look has not found
 * @throws AppError `invalid` naming the field, `conflict` where an earlier attempt is not settled, `not_found`; nothing
 *   was sent then
 */
export async function createFromDraft(
  id: string,
  { request, again }: { request: unknown; again: boolean },
  context: RouteContext,
): Promise<SetupDraft> {
  const { actor } = context;
  const row = await setupDraftRow(id, actor.id);
  const asked = await creationRequest(row.service, request);
  if (row.state === "sending" || row.state === "created") return draftOf(row);
  const earlier = row.state === "unknown" && again ? await lookForCreated(row) : row;
  if (earlier.state === "created") return draftOf(earlier);
  const first =
    earlier.state === "unknown" && isOf(row, asked) ? row.attempt : await earlierAttemptAt(id, asked.names);
  const now = Date.now();
  const attempt = {
    ...asked.names,
    at: now,
    since: first?.since ?? now,
    before:
      first?.before ?? (await namedBefore(asked.names.group_id, asked.names.schema, memory().rows.values())),
  };
  const begun = await beginCreation(id, actor.id, attempt, again);
  if (!begun.began) return draftOf(begun.row);
  const work = trackWrite(carryOut(begun.row, asked, context, Boolean(first)));
  await tellSetup(id);
  await Promise.race([work, sleep(setupTimes().answer, undefined, { ref: false })]);
  return readSetupDraft(id, actor.id);
}

function isOf({ attempt }: SetupDraftRow, { names }: CreationRequest): boolean {
  return (
    attempt?.group_id === names.group_id &&
    attempt.schema === names.schema &&
    attempt.service === names.service
  );
}

/** Never rejects: what it comes to is in the row. */
async function carryOut(
  row: SetupDraftRow,
  asked: CreationRequest,
  context: RouteContext,
  repeated: boolean,
): Promise<void> {
  try {
    const connection_id = await send(asked, context);
    await settleCreation(row, { state: "created", at: Date.now(), connection_id, message: null });
  } catch (thrown) {
    const error = thrown instanceof AppError ? thrown : null;
    if (!error) log.error({ draft: row.id, error: errorText(thrown) }, "creating a connection");
    const lost = !error || error.code === "unknown_outcome" || error.code === "internal";
    if (lost) await lookOften(row);
    else if (repeated && error.code === "conflict") await lookOften(row, refusal(error, asked));
    else await settleCreation(row, refusal(error, asked));
  }
}

/** @returns the id of what was created */
async function send(asked: CreationRequest, context: RouteContext): Promise<string> {
  const { body, hide } = asked;
  const journal: Journal = {
    recordIntent,
    recordOutcome: (id, outcome) =>
      recordOutcome(id, { ...outcome, message: outcome.message ? hide(outcome.message) : null }),
    announceWrite,
    // The connection is looked at by itself, once the draft says that it is there.
    readBack: async () => {},
  };
  const match = { operation: OPERATION, row: rowOf(OPERATION), params: {} } as const;
  const sent = await write(match, { params: {}, body, as: "person" }, fivetran(), journal, context);
  if (sent.text === null) sent.body.destroy();
  const created = Connection.safeParse(envelopeOf(sent.text ?? "")?.data);
  if (created.success) return created.data.id;
  throw new AppError("unknown_outcome", "Fivetran took the request and its answer cannot be read.");
}

function refusal(
  { code, message, facts }: AppError,
  { names, hide, fieldOf }: CreationRequest,
): SetupCreation {
  const taken = code === "conflict";
  return {
    state: "refused",
    at: Date.now(),
    message: hide(message),
    field: taken ? names.field : code === "invalid" ? fieldOf(message) : null,
    retry_at: facts.retry_at ?? null,
  };
}
