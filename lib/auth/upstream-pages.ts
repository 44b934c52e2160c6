import "server-only";
import { randomUUID } from "node:crypto";
import { CappedRequest } from "@/lib/auth/capped-request";
import { errorResponse } from "@/lib/auth/error-response";
import { checkHost, checkSite } from "@/lib/auth/guard";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { singleton } from "@/lib/singleton";

/** All that is passed on: the upstream's API and control stay out of a browser's reach. */
const PAGES = new Set(["connect-card/setup"]);
const PASSED = ["content-type", "content-security-policy", "cache-control", "location"];
const LARGEST = 1_048_576;

const shown = () => singleton<{ origin: string | null }>("upstream-pages", () => ({ origin: null }));

/** Has pages that belong to the upstream shown under our own address. Without this there are none. */
export function showUpstreamPages(origin: string): void {
  shown().origin = origin;
}

/**
 * Answers a page of the upstream: whoever has its link may open it, from wherever that link was. What is sent has to
 * come from the page itself.
 * @param path below the upstream's root, without a slash in front
 */
export async function answerUpstreamPage(request: Request, path: string): Promise<Response> {
  let response: Response;
  try {
    checkHost(request);
    if (request.method !== "GET") checkSite(request);
    response = await passedOn(request, path);
  } catch (error) {
    [response] = errorResponse(error, randomUUID());
  }
  log.info({ method: request.method, path: `/sandbox/${path}`, status: response.status }, "request");
  return response;
}

async function passedOn(request: Request, path: string): Promise<Response> {
  const { origin } = shown();
  if (origin === null || !PAGES.has(path)) throw new AppError("not_found", "There is no such page.");
  const type = request.headers.get("content-type");
  const body = request.body ? await new CappedRequest(request, LARGEST).text() : null;
  const answer = await fetch(`${origin}/${path}${new URL(request.url).search}`, {
    method: request.method,
    headers: type === null ? {} : { "content-type": type },
    body,
    redirect: "manual",
    signal: request.signal,
  });
  const headers = PASSED.flatMap((name): [string, string][] => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return new Response(answer.body, { status: answer.status, headers });
}
