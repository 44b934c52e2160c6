import { countOf, figure, listOf } from "@/lib/model/names";
import type { EditOutcome } from "@/lib/model/schema/schema-editor";
import type { SelectionCounts } from "@/lib/model/schema/selected-columns";

/** "212 changed, 14 locked and skipped": what became of an edit of many. */
export function outcomeWords({ changed, already, locked, unsupported }: EditOutcome): string {
  const parts = [
    changed === 0 ? "Nothing changed" : `${figure(changed)} changed`,
    already > 0 ? `${figure(already)} so already` : "",
    locked > 0 ? `${figure(locked)} locked, skipped` : "",
    unsupported > 0 ? `${figure(unsupported)} without this setting, skipped` : "",
  ];
  return `${parts.filter(Boolean).join(", ")}.`;
}

/** "1 schema, 3 tables and 12 columns" */
export function itemsWords({ schemas, tables, columns }: SelectionCounts): string {
  const parts = [
    schemas > 0 ? countOf(schemas, "schema") : "",
    tables > 0 ? countOf(tables, "table") : "",
    columns > 0 ? countOf(columns, "column") : "",
  ].filter(Boolean);
  return parts.length === 0 ? "nothing" : listOf(parts);
}
