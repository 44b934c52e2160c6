import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { COLUMNS_CONFIG, type SchemaTree, schemaCount, tableCount } from "@/lib/model/schema/schema-tree";

/** How much of a connection syncs with the draft applied. */
export interface SchemaTotals {
  tables: number;
  /** Enabled in an enabled schema. */
  tables_on: number;
  hashed: number;
}

export function schemaTotals(editor: SchemaEditor): SchemaTotals {
  const totals: SchemaTotals = { tables: tableCount(editor.tree), tables_on: 0, hashed: 0 };
  for (let schema = 0; schema < schemaCount(editor.tree); schema++) {
    const share = editor.share(schema);
    if (editor.isEnabled(schema)) totals.tables_on += share.on;
    totals.hashed += share.hashed;
  }
  return totals;
}

/** Of how many tables all columns are known, out of those whose columns can be read at all. */
export interface Coverage {
  loaded: number;
  total: number;
}

export function columnCoverage({ tables }: SchemaTree): Coverage {
  const coverage: Coverage = { loaded: 0, total: 0 };
  for (let table = 0; table < tables.flags.length; table++) {
    if (((tables.flags[table] ?? 0) & COLUMNS_CONFIG) === 0) continue;
    coverage.total += 1;
    if ((tables.columns_read_at[table] ?? 0) > 0) coverage.loaded += 1;
  }
  return coverage;
}
