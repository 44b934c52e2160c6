import { fieldSteps, itemSteps } from "@/lib/model/schema/change-fields";
import type { ChangeCounts } from "@/lib/model/schema/schema-answers";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { atOnce, type Steps } from "@/lib/model/steps";

export function noCounts(): ChangeCounts {
  return {
    total: 0,
    schemas_enabled: 0,
    schemas_disabled: 0,
    tables_enabled: 0,
    tables_disabled: 0,
    columns_enabled: 0,
    columns_disabled: 0,
    hashed: 0,
    unhashed: 0,
    modes: 0,
    keys: 0,
    policy: 0,
    appeared: 0,
    deleted: 0,
  };
}

/**
 * How many of what there is in the changes. An item that appeared, or came back, counts once as that, whatever its
 * values; one that was deleted at the source, or is in the config no more, as deleted. `total` is the sum of the rest.
 */
export const changeCounts = (changes: SchemaChanges): ChangeCounts => atOnce(countSteps(changes));

/** The same, table by table. */
export function* countSteps(changes: SchemaChanges): Steps<ChangeCounts> {
  const counts = noCounts();
  yield* itemSteps(changes, (_, { seen }) => {
    if (seen === "appeared" || seen === "returned") counts.appeared += 1;
    else if (seen) counts.deleted += 1;
  });
  yield* fieldSteps(changes, (path, field, [, to], seen) => {
    if (seen) return;
    if (field === "schema_change_handling") counts.policy += 1;
    else if (field === "sync_mode") counts.modes += 1;
    else if (field === "is_primary_key") counts.keys += 1;
    else if (field === "hashed") counts[to ? "hashed" : "unhashed"] += 1;
    else if (path.length === 1) counts[to ? "schemas_enabled" : "schemas_disabled"] += 1;
    else if (path.length === 2) counts[to ? "tables_enabled" : "tables_disabled"] += 1;
    else counts[to ? "columns_enabled" : "columns_disabled"] += 1;
  });
  counts.total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return counts;
}
