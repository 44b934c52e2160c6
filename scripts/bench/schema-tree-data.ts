import {
  COLUMNS_CONFIG,
  columnName,
  columnsOf,
  ENABLED,
  type SchemaTree,
  STORED,
  schemaCount,
  schemaName,
  tableName,
  tablesOf,
} from "@/lib/model/schema/schema-tree";

/** Schemas that share all tables, all complete; column names recur from table to table, as they do in databases. */
export function largeTree(schemas: number, tables: number, columns: number): SchemaTree {
  const perSchema = tables / schemas;
  const names = [
    ...numbered(schemas, (at) => `schema_${at}`),
    ...numbered(tables, (at) => `table_${at}`),
    ...numbered(
      columns * 20,
      (at) => `column_${at}_${["id", "email", "created_at", "status", "total"][at % 5]}`,
    ),
  ];
  return {
    schema_change_handling: "BLOCK_ALL",
    labels: { names, destinations: names },
    locks: [{ code: "", reason: "" }],
    modes: ["", "SOFT_DELETE", "HISTORY"],
    schemas: {
      label: Uint32Array.from(numbered(schemas, (at) => at)),
      flags: new Uint8Array(schemas).fill(ENABLED),
      first_table: Uint32Array.from(numbered(schemas + 1, (at) => at * perSchema)),
    },
    tables: {
      schema: Uint32Array.from(numbered(tables, (at) => Math.floor(at / perSchema))),
      label: Uint32Array.from(numbered(tables, (at) => schemas + at)),
      flags: new Uint8Array(tables).fill(ENABLED | COLUMNS_CONFIG),
      mode: new Uint8Array(tables).fill(1),
      lock: new Uint16Array(tables),
      first_column: Uint32Array.from(numbered(tables + 1, (at) => at * columns)),
      columns_read_at: new Uint32Array(tables).fill(1),
    },
    columns: {
      label: Uint32Array.from({ length: tables * columns }, (_, at) => {
        const table = Math.floor(at / columns);
        return schemas + tables + (((table % 20) * columns + at) % (columns * 20));
      }),
      flags: new Uint8Array(tables * columns).fill(ENABLED | STORED),
      lock: new Uint16Array(tables * columns),
    },
  };
}

export interface TreeItem {
  id: string;
  name: string;
  children?: TreeItem[];
}

/** The same as nested objects, which is what the peers take. */
export function treeItems(tree: SchemaTree): TreeItem[] {
  return numbered(schemaCount(tree), (schema) => {
    const [from, to] = tablesOf(tree, schema);
    return {
      id: `s${schema}`,
      name: schemaName(tree, schema),
      children: numbered(to - from, (at) => tableItem(tree, from + at)),
    };
  });
}

function tableItem(tree: SchemaTree, table: number): TreeItem {
  const [from, to] = columnsOf(tree, table);
  const children = numbered(to - from, (at) => ({ id: `c${from + at}`, name: columnName(tree, from + at) }));
  return { id: `t${table}`, name: tableName(tree, table), children };
}

function numbered<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}
