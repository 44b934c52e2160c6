import { AppError } from "@/lib/errors";
import type { SchemaChangeHandling, SchemaTree } from "@/lib/model/schema/schema-tree";
import {
  arrayLengths,
  arraysAt,
  arraysBytes,
  MAGIC,
  PREFIX_BYTES,
  type TreeHead,
} from "@/lib/model/schema/tree-layout";
import { atOnce, type Steps } from "@/lib/model/steps";

/**
 * The tree of these bytes. It takes them for its own: its arrays are views of them, and they can be decoded but once.
 * @throws AppError `internal` for bytes that `encodeTree` of this version did not make
 */
export const decodeTree = (bytes: Uint8Array): SchemaTree => atOnce(decodeSteps(bytes));

/** The same, some columns at a time. */
export function* decodeSteps(bytes: Uint8Array): Steps<SchemaTree> {
  const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset, byteLength } = own;
  const view = new DataView(buffer, byteOffset, byteLength);
  if (byteLength < PREFIX_BYTES || view.getUint32(0, true) !== MAGIC) throw otherForm();
  const headBytes = view.getUint32(4, true);
  if (byteLength < arraysAt(headBytes)) throw otherForm();
  const text = new TextDecoder().decode(own.subarray(PREFIX_BYTES, PREFIX_BYTES + headBytes));
  yield;
  const head = JSON.parse(text) as TreeHead;
  let at = arraysAt(headBytes);
  if (byteLength !== at + arraysBytes(head)) throw otherForm();

  const cut = <A>(lengths: number[], size: number, make: (offset: number, length: number) => A): A[] =>
    lengths.map((length) => {
      const array = make(byteOffset + at, length);
      at += length * size;
      return array;
    });
  const { four, two, one } = arrayLengths(head);
  const words = cut(four, 4, (offset, length) => new Uint32Array(buffer, offset, length));
  const halves = cut(two, 2, (offset, length) => new Uint16Array(buffer, offset, length));
  const octets = cut(one, 1, (offset, length) => new Uint8Array(buffer, offset, length));
  // The lengths above say how many there are of each.
  const [schemaLabel, first_table, tableLabel, first_column, columns_read_at, columnLabel] =
    words as SixWords;
  const [tableLock, columnLock] = halves as [Uint16Array, Uint16Array];
  const [schemaFlags, tableFlags, mode, columnFlags] = octets as FourOctets;
  yield* sumUp(columnLabel);
  return {
    schema_change_handling: head.schema_change_handling as SchemaChangeHandling,
    labels: {
      names: head.names,
      destinations: head.names.map((name, place) => head.destinations[place] ?? name),
    },
    locks: head.locks,
    modes: head.modes,
    schemas: { label: schemaLabel, flags: schemaFlags, first_table },
    tables: {
      schema: schemasOf(first_table, head.tables),
      label: tableLabel,
      flags: tableFlags,
      mode,
      lock: tableLock,
      first_column,
      columns_read_at,
    },
    columns: { label: columnLabel, flags: columnFlags, lock: columnLock },
  };
}

type SixWords = [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];
type FourOctets = [Uint8Array, Uint8Array, Uint8Array, Uint8Array];

function schemasOf(first_table: Uint32Array, tables: number): Uint32Array {
  const schema = new Uint32Array(tables);
  for (let place = 0; place < first_table.length - 1; place += 1) {
    schema.fill(place, first_table[place], first_table[place + 1]);
  }
  return schema;
}

/** Labels that are summed up in one step. */
const PIECE = 65_536;

/** Turns distances into the labels that they lead to, in place. */
function* sumUp(labels: Uint32Array): Steps<void> {
  let label = 0;
  for (let place = 0; place < labels.length; place += 1) {
    label = (label + (labels[place] ?? 0)) >>> 0;
    labels[place] = label;
    if (place % PIECE === PIECE - 1) yield;
  }
}

function otherForm(): AppError {
  return new AppError(
    "internal",
    "The stored schema has another form than this version reads. Read it again.",
  );
}
