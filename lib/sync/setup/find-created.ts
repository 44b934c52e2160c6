import "server-only";
import { AppError } from "@/lib/errors";
import { fivetran } from "@/lib/fivetran/client";
import type { Connection } from "@/lib/model/connection";
import { adopted } from "@/lib/store/setup-creations";
import type { SetupAttempt } from "@/lib/store/tables/setup-drafts";
import { epoch } from "@/lib/sync/connection-facts";

/** So far Fivetran's clock may be behind ours. */
export const CLOCK_MS = 300_000;

export type Found =
  /** What the attempt created. */
  | { kind: "created"; connection_id: string }
  /** The name is another connection's, so the attempt created none: names are unique in a group. */
  | { kind: "taken" }
  | { kind: "nothing" };

/** The connections of this name in a group. @throws AppError as the client does */
export async function connectionsNamed(group_id: string, schema: string): Promise<Connection[]> {
  const { items } = await fivetran().call("list_all_connections_in_group", {
    params: { groupId: group_id },
    query: { schema, limit: 1000 },
    as: "person",
  });
  return items.filter((one) => one.group_id === group_id && one.schema === schema);
}

/**
 * Looks for what an attempt created: of its service, name and group, not there before, not older than it, and no
 * other draft's.
 * @throws AppError as the client does
 */
export async function findCreated(upstream_id: number, attempt: SetupAttempt): Promise<Found> {
  const named = await connectionsNamed(attempt.group_id, attempt.schema);
  const theirs = await adopted(
    upstream_id,
    named.map((one) => one.id),
  );
  const others = named.filter(
    ({ id, service }) => theirs.has(id) || attempt.before.includes(id) || service !== attempt.service,
  );
  const own = named.find(
    (one) =>
      !others.includes(one) &&
      (epoch(one.created_at) ?? Number.POSITIVE_INFINITY) >= attempt.since - CLOCK_MS,
  );
  if (own) return { kind: "created", connection_id: own.id };
  return others.length > 0 ? { kind: "taken" } : { kind: "nothing" };
}

/** Which of these names are in use, and so no attempt's own; what is known here where Fivetran does not say. */
export async function namedBefore(
  group_id: string,
  schema: string,
  known: Iterable<{ id: string; group_id: string; schema: string }>,
): Promise<string[]> {
  try {
    return (await connectionsNamed(group_id, schema)).map((one) => one.id);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [...known]
      .filter((row) => row.group_id === group_id && row.schema === schema)
      .map((row) => row.id);
  }
}
