import { type Editable, isDeleted, tableLock, takesColumns } from "@/lib/model/schema/editable";
import type { SchemaConflict } from "@/lib/model/schema/schema-changes";
import type { Lock, SchemaTree } from "@/lib/model/schema/schema-tree";

/** Why an edit cannot be made. */
export type Refusal = Pick<SchemaConflict, "why" | "reason">;

/** The same of an item, with Fivetran's reason; it gives none for what the source deleted. */
export function refusalOf(why: Exclude<Editable, "yes">, lock: Lock | null): Refusal {
  const reason = lock?.reason || (lock?.code === "DELETED" ? "It was deleted at the source." : "");
  return { why, reason };
}

/** The same of a column that is not known by name; null where it may be edited. */
export function unknownRefusal(tree: SchemaTree, table: number): Refusal | null {
  if (!takesColumns(tree, table)) return { why: "unsupported", reason: "" };
  return isDeleted(tree, table) ? refusalOf("locked", tableLock(tree, table)) : null;
}
