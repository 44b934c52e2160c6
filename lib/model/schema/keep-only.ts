import { canRead } from "@/lib/model/schema/can-read";
import { columnNode, tableNode } from "@/lib/model/schema/node-ids";
import type { NodeSet } from "@/lib/model/schema/node-set";
import type { FieldEdit, SchemaEditor } from "@/lib/model/schema/schema-editor";
import { columnsOf, isComplete, schemaCount, tableCount } from "@/lib/model/schema/schema-tree";
import { type SelectionCounts, selectionCounts } from "@/lib/model/schema/selected-columns";

/** What "keep only these" would do. */
export interface KeepOnly {
  edits: FieldEdit[];
  /** What would be turned on and off, by level; what is so already is not counted. */
  on: SelectionCounts;
  off: SelectionCounts;
  /** Others that Fivetran does not let be turned off. */
  locked: number;
  /** Tables of selected columns whose other columns are not all known, and of those the ones that can be read. */
  unloaded: number[];
  readable: number[];
}

/**
 * Turns everything beside the selection off, level by level, and the selection with what is above it on: with selected
 * tables every other table of the connection (but for those of a schema that is selected too), with selected columns every other column of their tables, with selected
 * schemas every other schema. A level on which nothing is selected is left as it is.
 */
export function keepOnly(editor: SchemaEditor, selection: NodeSet): KeepOnly {
  const { tree } = editor;
  const firstTable = tableNode(tree, 0);
  const firstColumn = columnNode(tree, 0);
  const counts = selectionCounts(tree, selection);
  const schemas = new Set<number>();
  const tables = new Set<number>();
  const holders = new Set<number>();
  for (const node of selection) {
    schemas.add(editor.schemaOf(node));
    const table = editor.tableOf(node);
    if (table >= 0) tables.add(table);
    if (node >= firstColumn) holders.add(table);
  }
  const wanted: number[] = [...schemas, ...Array.from(tables, (table) => firstTable + table)];
  const others: number[] = [];
  if (counts.schemas > 0)
    for (let schema = 0; schema < schemaCount(tree); schema++) if (!schemas.has(schema)) others.push(schema);
  if (counts.tables > 0)
    for (let table = 0; table < tableCount(tree); table++)
      if (!tables.has(table) && !selection.has(tree.tables.schema[table] ?? -1))
        others.push(firstTable + table);
  for (const table of holders) {
    const [from, to] = columnsOf(tree, table);
    for (let column = from; column < to; column++) {
      const node = firstColumn + column;
      (selection.has(node) ? wanted : others).push(node);
    }
  }
  const turnOn = wanted.filter((node) => !editor.isEnabled(node) && editor.lockOf(node) === null);
  const turnedOn = others.filter((node) => editor.isEnabled(node));
  const turnOff = turnedOn.filter((node) => editor.lockOf(node) === null);
  const unloaded = Array.from(holders).filter((table) => !isComplete(tree, table));
  return {
    edits: [
      { nodes: turnOff, field: "enabled", value: false },
      { nodes: turnOn, field: "enabled", value: true },
    ],
    on: selectionCounts(tree, turnOn),
    off: selectionCounts(tree, turnOff),
    locked: turnedOn.length - turnOff.length,
    unloaded,
    readable: unloaded.filter((table) => canRead(tree, table)),
  };
}
