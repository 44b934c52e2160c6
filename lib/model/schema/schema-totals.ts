import { canRead } from "@/lib/model/schema/can-read";
import { takesColumns } from "@/lib/model/schema/editable";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { isComplete, type SchemaTree, schemaCount, tableCount } from "@/lib/model/schema/schema-tree";

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
  /** Tables whose columns are not known and never will be. */
  unreadable: number;
}

export function columnCoverage(tree: SchemaTree): Coverage {
  const coverage: Coverage = { loaded: 0, total: 0, unreadable: 0 };
  for (let table = 0; table < tableCount(tree); table++) {
    if (isComplete(tree, table)) coverage.loaded += 1;
    else if (!takesColumns(tree, table)) continue;
    else if (!canRead(tree, table)) {
      coverage.unreadable += 1;
      continue;
    }
    coverage.total += 1;
  }
  return coverage;
}
