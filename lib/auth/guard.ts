import "server-only";
import { hostAllowed } from "@/lib/auth/host";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * The checks every request under /api passes before anything else: a Host we know, no request that another
 * site's page caused, JSON bodies only and none that says it is larger than `limit` bytes.
 * Throws AppError `forbidden`, `unsupported_media` or `too_large`.
 */
export function checkRequest(request: Request, limit: number): void {
  checkHost(request);
  checkSite(request);
  if (!READS.has(request.method)) checkBody(request, limit);
}

/** Throws AppError `forbidden` for a Host we do not know; `besides` names some that are known here only. */
export function checkHost(request: Request, besides: readonly string[] = []): void {
  if (!hostAllowed(request.headers.get("host"), [...env().allowed_hosts, ...besides])) {
    throw new AppError(
      "forbidden",
      "This host name is not allowed here. Add it to HEADGATE_ALLOWED_HOSTS on the server.",
    );
  }
}

/**
 * Throws AppError `forbidden` for a request that another site's page caused. Browsers send Sec-Fetch-Site and, on
 * mutations, Origin; other clients may send neither.
 */
export function checkSite(request: Request): void {
  const host = request.headers.get("host") ?? "";
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const foreignSite = site !== null && site !== "same-origin" && site !== "none";
  const foreignOrigin = origin !== null && !READS.has(request.method) && !isOwn(origin, host);
  if (foreignSite || foreignOrigin) {
    throw new AppError("forbidden", "Requests from other sites are refused. Nothing was changed.");
  }
}

function isOwn(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.protocol !== "http:" && url.protocol !== "https:") return false;
  const own = URL.canParse(`${url.protocol}//${host}`) ? new URL(`${url.protocol}//${host}`).host : null;
  return url.host === own;
}

function checkBody(request: Request, limit: number): void {
  const length = request.headers.get("content-length");
  const type = request.headers.get("content-type");
  const coding = request.headers.get("content-encoding");
  // Next gives every mutation a body stream; only these two headers tell whether anything is in it.
  const hasBody = length !== null ? length !== "0" : request.headers.has("transfer-encoding");
  const json = type !== null && /^application\/json\s*(;.*)?$/i.test(type.trim());
  if ((hasBody || type !== null) && !json) {
    throw new AppError("unsupported_media", "Send the body as application/json. Nothing was changed.");
  }
  if (coding !== null && coding !== "identity") {
    throw new AppError("unsupported_media", "Send the body without a content encoding. Nothing was changed.");
  }
  if (length !== null && Number(length) > limit) throw tooLarge(limit);
}

export function tooLarge(limit: number): AppError {
  const size = limit >= 1_048_576 ? `${limit / 1_048_576} MB` : `${limit} bytes`;
  return new AppError("too_large", `The body is larger than ${size}. Nothing was changed.`);
}
