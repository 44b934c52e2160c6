import { route } from "@/lib/auth/route";
import { connectorTypeCatalogue } from "@/lib/sync/setup/connector-types";

/** All connector types of the account, as ConnectorTypeRow[] by name; 304 to who holds them already. */
export const GET = route({ role: "viewer", risk: "read" }, async (request) => {
  const { etag, rows } = await connectorTypeCatalogue();
  const headers = { etag, "cache-control": "private, no-cache" };
  if (request.headers.get("if-none-match")?.includes(etag))
    return new Response(null, { status: 304, headers });
  return Response.json(rows, { headers });
});
