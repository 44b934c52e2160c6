import "server-only";
import { randomUUID } from "node:crypto";
import { type Actor, currentActor } from "@/lib/auth/actor";
import { authorize, type Needs } from "@/lib/auth/authorize";
import { CappedRequest } from "@/lib/auth/capped-request";
import { errorResponse } from "@/lib/auth/error-response";
import { checkHost, checkRequest } from "@/lib/auth/guard";
import { publicUrl } from "@/lib/auth/public-url";
import { redactText } from "@/lib/auth/redact";
import type { AppError } from "@/lib/errors";
import { errorStack, errorText, log } from "@/lib/log";

export interface RouteNeeds extends Needs {
  /** Largest body in bytes; 1 MB unless told. */
  body_limit?: number | ((request: Request) => number);
}

export interface RouteContext {
  actor: Actor;
  /** Also in the answer's `x-request-id` and in the log. */
  request_id: string;
}

type Handler<P> = (request: Request, params: P, context: RouteContext) => Promise<unknown>;

const DEFAULT_LIMIT = 1_048_576;

/**
 * Makes a route handler: guard, actor, authorisation, then `handler`, whose answer is sent as JSON unless it
 * is a Response already. What it throws becomes an ErrorBody; every request leaves one log line.
 */
export function route<P = Record<never, never>>(needs: RouteNeeds, handler: Handler<P>) {
  return (request: Request, context: { params: Promise<P> }): Promise<Response> =>
    answered(request, async (facts) => {
      const { body_limit = DEFAULT_LIMIT } = needs;
      const limit = typeof body_limit === "function" ? body_limit(request) : body_limit;
      checkRequest(request, limit);
      const actor = currentActor(request);
      facts.actor = actor.id;
      authorize(actor, needs);
      const capped = request.body ? new CappedRequest(request, limit) : request;
      return handler(capped, await context.params, { actor, request_id: facts.request_id });
    });
}

/**
 * Makes the handler of what a machine sends to us, which has neither a session nor an origin: it proves itself by what
 * it sends. Everything else is as for `route`, but that the name under which the internet knows us is let in too.
 */
export function received<P>(handler: (request: Request, params: P) => Promise<unknown>) {
  return (request: Request, context: { params: Promise<P> }): Promise<Response> =>
    answered(request, async () => {
      const name = publicUrl();
      checkHost(request, name === null ? [] : [new URL(name).host]);
      return handler(request, await context.params);
    });
}

interface Facts {
  request_id: string;
  actor: string | undefined;
}

async function answered(request: Request, work: (facts: Facts) => Promise<unknown>): Promise<Response> {
  const started = performance.now();
  const facts: Facts = { request_id: randomUUID(), actor: undefined };
  const { request_id } = facts;
  let failure: AppError | null = null;
  let response: Response;
  try {
    response = asResponse(await work(facts));
  } catch (error) {
    [response, failure] = errorResponse(error, request_id);
  }
  finish(response, request_id);
  log[response.status >= 500 ? "error" : "info"](
    {
      request_id,
      actor: facts.actor,
      method: request.method,
      path: redactText(new URL(request.url).pathname),
      status: response.status,
      ms: Math.round(performance.now() - started),
      ...(failure && { code: failure.code, error: failure.message, cause: causeOf(failure) }),
    },
    "request",
  );
  return response;
}

function asResponse(value: unknown): Response {
  if (value instanceof Response) return value;
  return value === undefined ? new Response(null, { status: 204 }) : Response.json(value);
}

function finish(response: Response, request_id: string): void {
  const { headers } = response;
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  headers.set("x-request-id", request_id);
  headers.set("x-content-type-options", "nosniff");
  headers.set("cross-origin-resource-policy", "same-origin");
}

/** What went wrong underneath, for the log only; with its stack where nobody foresaw it. */
function causeOf({ code, cause }: AppError): string | undefined {
  if (cause === undefined) return undefined;
  return code === "internal" ? errorStack(cause) : errorText(cause);
}
