import { createHash, timingSafeEqual } from "node:crypto";
import type { ServerResponse } from "node:http";
import { costOf } from "@/lib/contract/endpoint";
import { type Operation, rowOf } from "@/lib/contract/table";
import { AppError, STATUS_OF } from "@/lib/errors";
import { type Answer, chunkedAnswer, jsonAnswer, toResponse } from "@/lib/sandbox/answer";
import type { Core } from "@/lib/sandbox/core";
import { deliver, type Receiver } from "@/lib/sandbox/delivery";
import { insteadOf, sendFaulted } from "@/lib/sandbox/fault-answer";
import type { AnyHandler } from "@/lib/sandbox/handler";
import { handlers } from "@/lib/sandbox/handlers";
import { matchRoute, type RouteMatch } from "@/lib/sandbox/match-route";
import { checkAccept, parseBody, parseQuery, readBody } from "@/lib/sandbox/read-call";
import { isChunks, notFound, Refusal } from "@/lib/sandbox/reply";
import type { World } from "@/lib/sandbox/world";

/** Longest that a call waits for setup tests or a reload, in real milliseconds. */
const LONGEST_PAUSE = 1000;

interface Arrived {
  request: Request;
  /** Raw path and query as the client wrote them, `/v1` included. */
  target: string;
  outgoing: ServerResponse | undefined;
}

/** Answers one call of the API: fault, credentials, route, quota, body, handler, store. */
export async function answerApi(core: Core, arrived: Arrived): Promise<Response> {
  const { request, target, outgoing } = arrived;
  const [path = "/", search = ""] = splitOnce(target.replace(/^\/v1/, ""), "?");
  const route = matchRoute(request.method, path, core.options.aliases);
  const operation = route.kind === "found" ? route.operation : null;
  const fault = core.faults.take({ method: request.method, path, operation });
  if (fault?.kind === "delay") await core.options.wait(fault.ms);

  const instead = fault && insteadOf(fault);
  const answer = instead ?? (await regularAnswer(core, arrived, route, path, search));
  Object.assign(answer.headers, core.quota.headers());
  core.log.add({
    method: request.method,
    path: target,
    status: answer.status,
    operation,
    fault: fault?.kind ?? null,
    at: new Date().toISOString(),
  });
  return fault ? sendFaulted(answer, fault, outgoing) : toResponse(answer);
}

async function regularAnswer(
  core: Core,
  { request }: Arrived,
  route: RouteMatch,
  path: string,
  search: string,
): Promise<Answer> {
  try {
    checkCredentials(core, request.headers.get("authorization"));
    core.quota.admit();
    if (route.kind === "none") throw notFound(`Cannot find ${request.method} ${path}`);
    if (route.kind === "verb") {
      throw new Refusal(405, "MethodNotAllowed", `Method ${request.method} is not allowed here`, {
        Allow: route.allowed.join(", "),
      });
    }
    checkAccept(request.headers.get("accept"));
    return await perform(core, request, path, route, new URLSearchParams(search));
  } catch (error) {
    return refusalAnswer(error);
  }
}

async function perform(
  core: Core,
  request: Request,
  path: string,
  { operation, params }: { operation: Operation; params: Record<string, string> },
  query: URLSearchParams,
): Promise<Answer> {
  const row = rowOf(operation);
  const json = row.method === "GET" ? null : await readBody(request);
  const world = row.method === "GET" ? core.worldToRead() : core.world;
  checkOwners(world, params);
  const call = {
    world,
    caller: core.world.state.account.user_id,
    params,
    query: parseQuery(row, query),
    body: parseBody(row, json),
    raw: new Map(Object.entries(json ?? {})),
    cardBase: (redirect_uri: string) =>
      core.options.card_pages === "inside"
        ? `${new URL(redirect_uri).origin}/sandbox`
        : new URL(request.url).origin,
    deliver: (to: Receiver, body: string) => deliver(core.options.deliveries, to, body),
    pause: (sandboxMs: number) => pause(core, sandboxMs),
  };
  core.quota.charge(costOf(row, call.body));
  if (row.method !== "GET") core.beforeWrite({ method: row.method, path, operation });
  // Each handler takes the call of its own row; the table ties the two together where handlers are declared.
  const handler = handlers[operation] as unknown as AnyHandler;
  const { message, data } = await handler(call as unknown as Parameters<AnyHandler>[0]);
  if (row.method !== "GET") await core.store();
  return isChunks(data)
    ? chunkedAnswer(row.status, message, data)
    : jsonAnswer(row.status, { code: "Success", message, ...(data !== undefined && { data }) });
}

/** An unknown owner is told before anything that is wrong with the body. */
function checkOwners(world: World, params: Record<string, string>): void {
  if (params.connectionId !== undefined) world.connection(params.connectionId);
  if (params.groupId !== undefined) world.group(params.groupId);
  if (params.destinationId !== undefined) world.destination(params.destinationId);
  if (params.webhookId !== undefined) world.webhook(params.webhookId);
}

function checkCredentials(core: Core, header: string | null): void {
  const encoded = /^Basic\s+(\S+)\s*$/i.exec(header ?? "")?.[1] ?? "";
  const sent = Buffer.from(encoded, "base64").toString("utf8");
  const { key, secret } = core.options;
  if (timingSafeEqual(digest(sent), digest(`${key}:${secret}`))) return;
  throw new Refusal(401, "AuthFailed", "The API key or secret is missing or wrong", {
    "WWW-Authenticate": 'Basic realm="Fivetran API"',
  });
}

export function refusalAnswer(error: unknown): Answer {
  if (error instanceof Refusal) {
    return jsonAnswer(error.status, { code: error.code, message: error.message }, error.headers);
  }
  // The rules of sources speak the house's own errors and name Fivetran's code beside where it is known.
  if (error instanceof AppError && STATUS_OF[error.code] < 500) {
    const status = error.facts.upstream_status ?? STATUS_OF[error.code];
    const code = error.facts.upstream_code ?? (status === 404 ? "NotFound" : "InvalidInput");
    return jsonAnswer(status, { code, message: error.message });
  }
  console.error(error);
  return jsonAnswer(500, { code: "InternalError", message: "An internal error occurred" });
}

/** Lets sandbox time pass as it would in reality, within reason. */
export async function pause(core: Core, sandboxMs: number): Promise<void> {
  const real = Math.min(core.clock.toReal(sandboxMs), LONGEST_PAUSE);
  if (real >= 1 && core.clock.speed > 0) await core.options.wait(real);
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
