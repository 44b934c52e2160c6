import { route } from "@/lib/auth/route";
import { packedSnapshot } from "@/lib/sync/snapshot";

/** The whole account snapshot, as AccountSnapshot; 304 to who holds it already. */
export const GET = route({ role: "viewer", risk: "read" }, async (request) => {
  const { etag, gzipped, plain } = await packedSnapshot();
  const headers = new Headers({ etag, vary: "accept-encoding" });
  if (request.headers.get("if-none-match")?.includes(etag))
    return new Response(null, { status: 304, headers });
  headers.set("content-type", "application/json");
  if (!/\bgzip\b/.test(request.headers.get("accept-encoding") ?? ""))
    return new Response(plain(), { headers });
  headers.set("x-body-encoding", "gzip");
  return new Response(gzipped, { headers });
});
