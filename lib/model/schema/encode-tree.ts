import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import { columnCount, schemaCount, tableCount } from "@/lib/model/schema/schema-tree";
import { arraysAt, MAGIC, PREFIX_BYTES, type TreeHead } from "@/lib/model/schema/tree-layout";

/**
 * A tree as bytes, in pieces: a head of JSON with every distinct text, then the arrays, little-endian, most of them as
 * views of the tree's own. Labels of columns are written as distances from the one before, which mostly repeat and so
 * shrink to almost nothing under gzip.
 */
export function* encodeTree(tree: SchemaTree): Generator<Uint8Array<ArrayBuffer>, void, void> {
  const { schemas, tables, columns } = tree;
  yield headOf(tree);
  for (const array of [schemas.label, schemas.first_table, tables.label, tables.first_column]) {
    yield bytesOf(array);
  }
  yield bytesOf(tables.columns_read_at);
  for (let from = 0; from < columns.label.length; from += PIECE) yield distances(columns.label, from);
  for (const array of [tables.lock, columns.lock]) yield bytesOf(array);
  for (const array of [schemas.flags, tables.flags, tables.mode, columns.flags]) yield bytesOf(array);
}

/** Labels whose distances make a piece. */
const PIECE = 16_384;

function headOf(tree: SchemaTree): Uint8Array<ArrayBuffer> {
  const { names, destinations } = tree.labels;
  const head: TreeHead = {
    schema_change_handling: tree.schema_change_handling,
    names: [...names],
    destinations: names.map((name, place) =>
      destinations[place] === name ? null : (destinations[place] ?? ""),
    ),
    locks: [...tree.locks],
    modes: [...tree.modes],
    schemas: schemaCount(tree),
    tables: tableCount(tree),
    columns: columnCount(tree),
  };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const bytes = new Uint8Array(arraysAt(json.length));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, json.length, true);
  bytes.set(json, PREFIX_BYTES);
  return bytes;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array | Uint16Array | Uint8Array) =>
  // A tree's arrays share no memory with other threads.
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);

function distances(labels: Uint32Array, from: number): Uint8Array<ArrayBuffer> {
  const to = new Uint32Array(Math.min(PIECE, labels.length - from));
  let before = from === 0 ? 0 : (labels[from - 1] ?? 0);
  for (let place = 0; place < to.length; place += 1) {
    const label = labels[from + place] ?? 0;
    to[place] = label - before;
    before = label;
  }
  return bytesOf(to);
}
