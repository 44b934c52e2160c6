import "server-only";
import { randomUUID } from "node:crypto";
import { type Actor, currentActor } from "@/lib/auth/actor";
import { authorize, type Needs } from "@/lib/auth/authorize";
import { CappedRequest } from "@/lib/auth/capped-request";
import { errorResponse } from "@/lib/auth/error-response";
import { checkRequest } from "@/lib/auth/guard";
import { redactText } from "@/lib/auth/redact";
import type { AppError } from "@/lib/errors";
import { log } from "@/lib/log";

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
  return async (request: Request, context: { params: Promise<P> }): Promise<Response> => {
    const started = performance.now();
    const request_id = randomUUID();
    let actor: Actor | null = null;
    let failure: AppError | null = null;
    let response: Response;
    try {
      const { body_limit = DEFAULT_LIMIT } = needs;
      const limit = typeof body_limit === "function" ? body_limit(request) : body_limit;
      checkRequest(request, limit);
      actor = currentActor(request);
      authorize(actor, needs);
      const capped = request.body ? new CappedRequest(request, limit) : request;
      response = asResponse(await handler(capped, await context.params, { actor, request_id }));
    } catch (error) {
      [response, failure] = errorResponse(error, request_id);
    }
    finish(response, request_id);
    log[response.status >= 500 ? "error" : "info"](
      {
        request_id,
        actor: actor?.id,
        method: request.method,
        path: redactText(new URL(request.url).pathname),
        status: response.status,
        ms: Math.round(performance.now() - started),
        ...(failure && { code: failure.code, error: redactText(failure.message), cause: causeOf(failure) }),
      },
      "request",
    );
    return response;
  };
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
  if (code === "internal" && cause instanceof Error) return redactText(cause.stack ?? cause.message);
  return redactText(String(cause));
}
