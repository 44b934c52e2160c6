import "server-only";
import { Readable } from "node:stream";
import { ByteLengthQueuingStrategy } from "node:stream/web";
import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/authorize";
import { redactRequest } from "@/lib/auth/redact-request";
import type { RouteContext } from "@/lib/auth/route";
import { type Invalidates, riskOf } from "@/lib/contract/endpoint";
import { asAppError } from "@/lib/errors";
import type { AnyCall, Client } from "@/lib/fivetran/client";
import { type Match, matchRow } from "@/lib/fivetran/match-row";
import { oneAtATime } from "@/lib/fivetran/one-at-a-time";
import { bodyOf, queryOf } from "@/lib/fivetran/proxy-input";
import { trackWrite } from "@/lib/fivetran/track-write";
import type { Answer } from "@/lib/fivetran/wire";
import { writeSummary } from "@/lib/fivetran/write-summary";
import { errorText, log } from "@/lib/log";

/** `text` holds all of a short answer. */
export type Sent = Answer & { text: string | null };

/** What a write leaves behind: its audit rows, the name of who did it, and a fresh look at what it changed. */
export interface Journal {
  recordIntent(intent: {
    actor: string;
    request_id: string;
    operation: string;
    params: Record<string, string>;
    body: unknown;
  }): Promise<number>;
  recordOutcome(
    id: number,
    outcome: {
      outcome: "succeeded" | "failed" | "unknown";
      status: number | null;
      message?: string | null;
    },
  ): Promise<void>;
  announceWrite(connectionId: string, actor: Actor, summary: string): Promise<void>;
  readBack(connectionId: string | null, invalidates: readonly Invalidates[], actor: Actor): Promise<void>;
}

const PREFIX = "/api/fivetran";
/** The answer to a write waits so long for the look at what it changed, so that a page shows it at once. */
const READ_BACK_MS = 3000;

/**
 * Passes one request on to Fivetran if the table holds it, and streams the answer through untouched. A write is
 * recorded before and after and goes on when its browser leaves. Throws AppError.
 */
export async function forward(
  request: Request,
  { actor, request_id }: RouteContext,
  client: Client,
  journal: Journal,
): Promise<Response> {
  const url = new URL(request.url);
  const match = matchRow(request.method, url.pathname.slice(PREFIX.length));
  const { operation, row, params } = match;
  authorize(actor, { role: row.role, risk: "read" });
  const query = queryOf(row, url.searchParams);
  const body = await bodyOf(operation, row, request);
  authorize(actor, { role: row.role, risk: riskOf(row, body) });
  const call: AnyCall = { params, query, body, as: "person" };
  if (row.method === "GET") {
    return answerOf(await client.send(operation, { ...call, signal: request.signal }));
  }
  const send = () => write(match, call, client, journal, { actor, request_id });
  const { connectionId } = params;
  const work = connectionId === undefined ? send() : oneAtATime(connectionId, actor.id, send);
  return answerOf(await trackWrite(work));
}

/**
 * Sends a write, recorded before and after, and looks at what it changed. Its body has been validated by the row.
 * Throws AppError as the client does.
 */
export async function write(
  { operation, row, params }: Match,
  call: AnyCall,
  client: Client,
  journal: Journal,
  { actor, request_id }: RouteContext,
): Promise<Sent> {
  const connectionId = params.connectionId ?? null;
  const intent = { actor: actor.id, request_id, operation, params, body: redactRequest(call.body) };
  const id = await journal.recordIntent(intent);
  const note = (outcome: Parameters<Journal["recordOutcome"]>[1]) =>
    attempt("audit outcome", journal.recordOutcome(id, outcome));
  const lookAgain = () => attempt("read back", journal.readBack(connectionId, row.invalidates, actor));
  if (connectionId !== null) {
    const summary = writeSummary(operation, call.body);
    await attempt("announce", journal.announceWrite(connectionId, actor, summary));
  }
  let sent: Sent;
  try {
    sent = await client.send(operation, call);
  } catch (error) {
    const { code, message, facts } = asAppError(error);
    const outcome = code === "unknown_outcome" ? "unknown" : "failed";
    await note({ outcome, status: facts.upstream_status ?? null, message });
    if (outcome === "unknown") void lookAgain();
    throw error;
  }
  await note({ outcome: "succeeded", status: sent.status });
  const look = row.invalidates.length > 0 ? lookAgain() : Promise.resolve();
  // Nobody waits where the answer is long: its first byte is ready.
  if (sent.text !== null) await Promise.race([look, sleep(READ_BACK_MS, undefined, { ref: false })]);
  return sent;
}

/** The write itself is decided: what fails around it goes to the log and changes nothing of its answer. */
async function attempt(what: string, work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => {
    log.error({ what, error: errorText(error) }, "after a write");
  });
}

function answerOf({ status, headers, body, text }: Sent): Response {
  const type = headers["content-type"];
  const init = {
    status,
    headers: { "content-type": type ?? "application/json", "cache-control": "no-store" },
  };
  if (text !== null) return new Response(text, init);
  // Without a strategy that counts bytes, Node would buffer the whole answer for a slow reader.
  const strategy = new ByteLengthQueuingStrategy({ highWaterMark: 65_536 });
  return new Response(Readable.toWeb(body, { strategy }) as ReadableStream<Uint8Array>, init);
}
