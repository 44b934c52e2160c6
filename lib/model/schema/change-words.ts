import { countOf, listOf } from "@/lib/model/names";
import type { ChangeCounts } from "@/lib/model/schema/schema-answers";

/** What a set of changes does, as a sentence without its full stop; "nothing" where it does nothing. */
export function changeWords(counts: ChangeCounts): string {
  const parts: string[] = [];
  const say = (verb: string, schemas: number, tables: number, columns: number) => {
    const items = [
      ...(schemas > 0 ? [countOf(schemas, "schema")] : []),
      ...(tables > 0 ? [countOf(tables, "table")] : []),
      ...(columns > 0 ? [countOf(columns, "column")] : []),
    ];
    if (items.length > 0) parts.push(`${verb} ${listOf(items)}`);
  };
  if (counts.policy > 0) parts.push("change the policy");
  say("un-hash", 0, 0, counts.unhashed);
  say("hash", 0, 0, counts.hashed);
  say("start", counts.schemas_enabled, counts.tables_enabled, counts.columns_enabled);
  say("stop", counts.schemas_disabled, counts.tables_disabled, counts.columns_disabled);
  if (counts.modes > 0) parts.push(`change the sync mode of ${countOf(counts.modes, "table")}`);
  if (counts.keys > 0) parts.push(`change the primary key in ${countOf(counts.keys, "column")}`);
  if (counts.appeared > 0) parts.push(`${countOf(counts.appeared, "item")} appeared`);
  if (counts.deleted > 0) parts.push(`${countOf(counts.deleted, "item")} went`);
  return parts.length > 0 ? parts.join("; ") : "nothing";
}
