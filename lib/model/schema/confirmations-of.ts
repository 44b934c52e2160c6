import { fieldSteps } from "@/lib/model/schema/change-fields";
import type { Confirmation } from "@/lib/model/schema/schema-answers";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { atOnce, type Steps } from "@/lib/model/steps";

/**
 * What a person has to confirm in typed words before these changes are made, most serious first: data that was hashed
 * loads in clear (`unhash`), a column that was held back loads (`unblock`, by the policy too), everything new loads
 * (`allow_all`). To include a table asks for none: it is what the editor is for, and nobody had held back its columns.
 */
export const confirmationsOf = (changes: SchemaChanges): Confirmation[] => atOnce(confirmationSteps(changes));

/** The same, table by table. */
export function* confirmationSteps(changes: SchemaChanges): Steps<Confirmation[]> {
  const found = new Set<Confirmation>();
  yield* fieldSteps(changes, (path, field, [from, to], seen) => {
    if (seen) return;
    if (field === "hashed" && !to) found.add("unhash");
    if (field === "enabled" && !from && to && path.length === 3) found.add("unblock");
    if (field === "schema_change_handling") {
      if (from === "BLOCK_ALL") found.add("unblock");
      if (to === "ALLOW_ALL") found.add("allow_all");
    }
  });
  return ORDER.filter((one) => found.has(one));
}

const ORDER: readonly Confirmation[] = ["unhash", "unblock", "allow_all", "exclude"];
