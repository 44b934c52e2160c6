import "server-only";
import { AppError } from "@/lib/errors";
import { carryChoices, type SchemaCarry } from "@/lib/model/schema/carry-choices";
import { memory } from "@/lib/sync/memory";
import { keptTree } from "@/lib/sync/schema/kept-tree";
import { sharedRead } from "@/lib/sync/schema/read-schema-config";
import { gone } from "@/lib/sync/snapshot";

/**
 * What brings a connection's schema config to the choices made on another's, as both are kept; either is read from
 * Fivetran where it never was. Nothing is changed.
 * @throws AppError `invalid` naming the field for another connector type, `not_found`; else as `sharedRead`
 */
export async function carrySchema(connection_id: string, from_id: string): Promise<SchemaCarry> {
  const { rows } = memory();
  const to = rows.get(connection_id);
  const from = rows.get(from_id);
  if (!to || !from) throw gone(null);
  if (to.service !== from.service) {
    throw new AppError(
      "invalid",
      `${from.schema} is of another connector type, so its schema choices do not fit. Nothing was done.`,
      { facts: { field: "from" } },
    );
  }
  const tree = async (id: string) => (await keptTree(id)) ?? (await sharedRead(id, "person")).kept;
  const [theirs, ours] = [await tree(from_id), await tree(connection_id)];
  return carryChoices(theirs.tree, ours.tree, { from: from.schema, to: to.schema });
}
