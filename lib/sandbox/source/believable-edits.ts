import { connectorType } from "@/lib/sandbox/catalogue/connector-type";
import { dice } from "@/lib/sandbox/source/dice";
import { capturedVersion } from "@/lib/sandbox/source/effective-state";
import { switchPolicy } from "@/lib/sandbox/source/reload";
import { editColumn, editTable } from "@/lib/sandbox/source/schema-edit";
import { hasSchemaConfig, type SchemaState } from "@/lib/sandbox/source/schema-state";
import type { Source, SourceTable } from "@/lib/sandbox/source/source";
import { goneAt } from "@/lib/sandbox/source/source-lookup";

/**
 * What people did to a schema config over time: of four connections three were left alone; in the fourth personal columns
 * are hashed, some tables left out or kept with their history, and now and then the policy is a stricter one.
 */
export function believableEdits(
  state: SchemaState,
  source: Source,
  { seed, connection_id }: { seed: number; connection_id: string },
): SchemaState {
  const luck = dice("schema edits", seed, connection_id);
  if (!hasSchemaConfig(state) || !luck.chance(0.25)) return state;

  // A mode that few tables have is worth seeing wherever it can be had.
  const live = dice("live tables", seed, connection_id).chance(0.5);
  const hashing = connectorType(source.service)?.capabilities.columnHashing ?? false;
  let edited = state;
  for (const schema of source.schemas.values()) {
    for (const table of schema.tables.values()) {
      if (!switchable(state, table)) continue;
      const path = [schema.name, table.name] as const;
      if (live && table.sync_modes.includes("LIVE")) {
        edited = editTable(edited, source, path, { sync_mode: "LIVE" });
      } else if (luck.chance(0.08)) edited = editTable(edited, source, path, { enabled: false });
      else if (table.supports_history_mode && luck.chance(0.1)) {
        edited = editTable(edited, source, path, { sync_mode: "HISTORY" });
      }
      if (!hashing || !table.supports_columns_config || luck.chance(0.3)) continue;
      for (const column of table.columns().values()) {
        if (!column.personal || column.lock || goneAt(capturedVersion(state), column)) continue;
        edited = editColumn(edited, source, [...path, column.name], { hashed: true });
      }
    }
  }
  if (!luck.chance(0.4)) return edited;
  return switchPolicy(edited, source, luck.pick(["ALLOW_COLUMNS", "BLOCK_ALL"]));
}

function switchable(state: SchemaState, table: SourceTable): boolean {
  return table.lock === null && !goneAt(capturedVersion(state), table);
}
