/** "HGS" and the version of the form. */
export const MAGIC = 0x01_53_47_48;

/** What stands before the arrays, as JSON. */
export interface TreeHead {
  schema_change_handling: string;
  names: string[];
  /** `name_in_destination` of each name; null where it is the name itself. */
  destinations: (string | null)[];
  locks: { code: string; reason: string }[];
  modes: string[];
  schemas: number;
  tables: number;
  columns: number;
}

/** Magic and the length of the head in bytes. */
export const PREFIX_BYTES = 8;

/** Where the arrays begin: after the head, on a multiple of four. */
export const arraysAt = (headBytes: number): number => (PREFIX_BYTES + headBytes + 3) & ~3;

type Counts = Pick<TreeHead, "schemas" | "tables" | "columns">;

/** Lengths of the arrays in their order: those of four bytes, of two, of one, so that each is aligned. */
export function arrayLengths({ schemas, tables, columns }: Counts) {
  return {
    four: [schemas, schemas + 1, tables, tables + 1, tables, columns],
    two: [tables, columns],
    one: [schemas, tables, tables, columns],
  };
}

export function arraysBytes(counts: Counts): number {
  const { four, two, one } = arrayLengths(counts);
  const sum = (lengths: number[]) => lengths.reduce((total, length) => total + length, 0);
  return 4 * sum(four) + 2 * sum(two) + sum(one);
}
