import "server-only";
import { AppError } from "@/lib/errors";
import type { Client } from "@/lib/fivetran/client";
import type { Asker } from "@/lib/fivetran/quota";
import type { Connection } from "@/lib/model/connection";

/** A connection's details; null where Fivetran does not know it. @throws AppError as the client does */
export async function readConnection(
  client: Pick<Client, "call">,
  connectionId: string,
  asking: { as: Asker; signal?: AbortSignal },
): Promise<Connection | null> {
  try {
    return await client.call("connection_details", { params: { connectionId }, ...asking });
  } catch (error) {
    // A bare 404 may come from anything between here and Fivetran.
    const unknown = error instanceof AppError && error.code === "not_found";
    if (unknown && error.facts.upstream_code?.startsWith("NotFound")) return null;
    throw error;
  }
}
