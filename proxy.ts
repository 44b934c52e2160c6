import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/auth/content-security-policy";
import { hostAllowed } from "@/lib/auth/host";
import { env } from "@/lib/env";

const CSP = "content-security-policy";

/** Pages only: handlers under /api and /sandbox make the same checks themselves, and a proxy would cut their bodies at 10 MB. */
export function proxy(request: NextRequest): NextResponse {
  if (!hostAllowed(request.headers.get("host"), env().allowed_hosts)) {
    return new NextResponse("This host name is not allowed here. Add it to HEADGATE_ALLOWED_HOSTS.\n", {
      status: 403,
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
    });
  }
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  // Next takes the nonce for its own scripts from the request's policy; the layout reads x-nonce.
  headers.set(CSP, policy);
  headers.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(CSP, policy);
  response.headers.set("cache-control", "no-store");
  return response;
}

export const config = {
  matcher: ["/((?!api/|sandbox/|_next/static/|healthz$|readyz$).*)"],
};
