import { route } from "@/lib/auth/route";
import { fivetran } from "@/lib/fivetran/client";
import { forward } from "@/lib/fivetran/proxy";
import { recordIntent, recordOutcome } from "@/lib/store/audit";
import { announceWrite } from "@/lib/sync/announce";
import { readBack } from "@/lib/sync/read-back";

const journal = { recordIntent, recordOutcome, announceWrite, readBack };

/** A schema edit may name every column of a large source. */
function bodyLimit(request: Request): number {
  return /\/schemas(\/|$)/.test(new URL(request.url).pathname) ? 26_214_400 : 1_048_576;
}

const handler = route<{ path: string[] }>(
  { role: "viewer", risk: "read", body_limit: bodyLimit },
  (request, _params, context) => forward(request, context, fivetran(), journal),
);

export { handler as DELETE, handler as GET, handler as PATCH, handler as POST, handler as PUT };
