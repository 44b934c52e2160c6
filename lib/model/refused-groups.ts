import type { GroupRow } from "@/lib/model/snapshot";

/** How the account's status names, among what answered 403, the connections of a group. */
export const connectionsOf = (group: Pick<GroupRow, "name">): string => `connections of ${group.name}`;

/** The groups whose connections the key may not see: their names by id. */
export function refusedGroups(
  groups: Iterable<Pick<GroupRow, "id" | "name">>,
  denied: readonly string[],
): ReadonlyMap<string, string> {
  return new Map(
    Array.from(groups).flatMap((group) =>
      denied.includes(connectionsOf(group)) ? [[group.id, group.name]] : [],
    ),
  );
}
