import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import { columnCount, schemaCount, tableCount } from "@/lib/model/schema/schema-tree";
import { arraysAt, arraysBytes, MAGIC, PREFIX_BYTES, type TreeHead } from "@/lib/model/schema/tree-layout";

/**
 * A tree as bytes: a head of JSON with every distinct text, then the arrays, little-endian. Labels of columns are
 * written as distances from the one before, which mostly repeat and so shrink to almost nothing under gzip.
 */
export function encodeTree(tree: SchemaTree): Uint8Array<ArrayBuffer> {
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
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const start = arraysAt(headBytes.length);
  const bytes = new Uint8Array(start + arraysBytes(head));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, headBytes.length, true);
  bytes.set(headBytes, PREFIX_BYTES);
  let at = start;
  const put = (array: Uint32Array | Uint16Array | Uint8Array) => {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  };
  const { schemas, tables, columns } = tree;
  for (const array of [schemas.label, schemas.first_table, tables.label, tables.first_column]) put(array);
  put(tables.columns_read_at);
  putDistances(columns.label, new Uint32Array(bytes.buffer, at, columns.label.length));
  at += columns.label.byteLength;
  for (const array of [tables.lock, columns.lock]) put(array);
  for (const array of [schemas.flags, tables.flags, tables.mode, columns.flags]) put(array);
  return bytes;
}

function putDistances(labels: Uint32Array, to: Uint32Array): void {
  let before = 0;
  for (let place = 0; place < labels.length; place += 1) {
    const label = labels[place] ?? 0;
    to[place] = label - before;
    before = label;
  }
}
