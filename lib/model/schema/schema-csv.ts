import { toCsv } from "@/lib/model/csv";
import { columnNode, tableNode } from "@/lib/model/schema/node-ids";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import {
  columnsOf,
  nameAt,
  schemaCount,
  schemaName,
  tableName,
  tablesOf,
} from "@/lib/model/schema/schema-tree";

const HEAD = ["Connection", "Schema", "Table", "Column", "Synced", "Hashed"];
const ROWS_A_PIECE = 20_000;

/**
 * Items as CSV in pieces of some 20,000 rows, one for each: where it is, whether it syncs with all above it considered,
 * and whether a column is hashed, as the draft has it. `nodes` may come in any order; null stands for everything.
 */
export function* schemaCsvPieces(
  connection: string,
  editor: SchemaEditor,
  nodes: Iterable<number> | null,
): Generator<string> {
  yield toCsv(HEAD, []);
  let rows: (string | null)[][] = [];
  for (const row of rowsOf(connection, editor, nodes)) {
    rows.push(row);
    if (rows.length < ROWS_A_PIECE) continue;
    yield withoutHead(rows);
    rows = [];
  }
  if (rows.length > 0) yield withoutHead(rows);
}

/** `toCsv` begins with a byte-order mark and the line of the head, which is empty here. */
const withoutHead = (rows: (string | null)[][]): string => toCsv([], rows).slice("\uFEFF\r\n".length);

function* rowsOf(
  connection: string,
  editor: SchemaEditor,
  nodes: Iterable<number> | null,
): Generator<(string | null)[]> {
  const { tree, draft } = editor;
  const wanted = nodes === null ? null : marksOf(nodes, columnNode(tree, tree.columns.label.length));
  const has = (node: number) => wanted === null || wanted[node] === 1;
  for (let schema = 0; schema < schemaCount(tree); schema++) {
    const schemaOn = draft.schemaEnabled(schema);
    const schemaText = schemaName(tree, schema);
    if (has(schema)) yield [connection, schemaText, null, null, yes(schemaOn), null];
    const [first, end] = tablesOf(tree, schema);
    for (let table = first; table < end; table++) {
      const tableOn = schemaOn && draft.tableEnabled(table);
      const tableText = tableName(tree, table);
      if (has(tableNode(tree, table))) yield [connection, schemaText, tableText, null, yes(tableOn), null];
      const [from, to] = columnsOf(tree, table);
      for (let column = from; column < to; column++) {
        if (!has(columnNode(tree, column))) continue;
        const on = tableOn && draft.columnEnabled(column, table);
        const name = nameAt(tree, tree.columns.label[column]);
        yield [connection, schemaText, tableText, name, yes(on), yes(draft.columnHashed(column))];
      }
    }
  }
}

function marksOf(nodes: Iterable<number>, count: number): Uint8Array {
  const marks = new Uint8Array(count);
  for (const node of nodes) marks[node] = 1;
  return marks;
}

const yes = (value: boolean): string => (value ? "yes" : "no");
