import {
  columnName,
  columnsOf,
  type SchemaTree,
  schemaCount,
  schemaName,
  tableName,
  tablesOf,
} from "@/lib/model/schema/schema-tree";

const schemaIndex = new WeakMap<Uint32Array, Map<string, number>>();
const tableIndex = new WeakMap<Uint32Array, (Map<string, number> | undefined)[]>();

/** The place of the schema of exactly this name; -1 if there is none. */
export function findSchema(tree: SchemaTree, name: string): number {
  let index = schemaIndex.get(tree.schemas.label);
  if (!index) {
    index = new Map();
    for (let schema = 0; schema < schemaCount(tree); schema += 1) index.set(schemaName(tree, schema), schema);
    schemaIndex.set(tree.schemas.label, index);
  }
  return index.get(name) ?? -1;
}

/** The place of a schema's table of exactly this name; -1 if there is none. */
export function findTable(tree: SchemaTree, schema: number, name: string): number {
  let indexes = tableIndex.get(tree.tables.label);
  if (!indexes) {
    indexes = [];
    tableIndex.set(tree.tables.label, indexes);
  }
  let index = indexes[schema];
  if (!index) {
    index = new Map();
    const [from, to] = tablesOf(tree, schema);
    for (let table = from; table < to; table += 1) index.set(tableName(tree, table), table);
    indexes[schema] = index;
  }
  return index.get(name) ?? -1;
}

/** The place of a table's known column of exactly this name; -1 if there is none. */
export function findColumn(tree: SchemaTree, table: number, name: string): number {
  const [from, to] = columnsOf(tree, table);
  for (let column = from; column < to; column += 1) {
    if (columnName(tree, column) === name) return column;
  }
  return -1;
}

const FEW = 4;

/** `findColumn` for many names of one table. */
export function columnFinder(tree: SchemaTree, table: number, wanted: number): (name: string) => number {
  if (wanted <= FEW) return (name) => findColumn(tree, table, name);
  const [from, to] = columnsOf(tree, table);
  const index = new Map<string, number>();
  for (let column = from; column < to; column += 1) index.set(columnName(tree, column), column);
  return (name) => index.get(name) ?? -1;
}
