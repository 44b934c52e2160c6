import type { Field, FieldShape } from "@/lib/sandbox/catalogue/field";

/**
 * The committed form of the catalogue. A field is one word of notation, `name:shape`, where shape is string,
 * password, date-time, integer, number, boolean, `enum(n)` (row n of `enums`), `{n}` (row n of `sets`) or
 * one of these in square brackets, for an array. `set` rows are shared by all services with the same fields.
 */
export type CatalogueFile = {
  readonly formats: Readonly<Record<string, readonly string[]>>;
  readonly enums: readonly (readonly string[])[];
  readonly sets: readonly (readonly string[])[];
  readonly connectors: readonly ConnectorRow[];
  readonly destinations: readonly DestinationRow[];
};

/** Service id, schema format, then rows of `sets`: config, auth, external secrets keys, read-only; -1 is none. */
export type ConnectorRow = readonly [string, string, number, number, number, number];
/** Service id, then rows of `sets`: config, external secrets keys; -1 is none. */
export type DestinationRow = readonly [string, number, number];

export class FieldSetWriter {
  readonly enums: string[][] = [];
  readonly sets: string[][] = [];
  readonly #enumRows = new Map<string, number>();
  readonly #setRows = new Map<string, number>();

  add(fields: readonly Field[]): number {
    const words = fields.map((field) => `${field.name}:${this.#word(field.shape)}`);
    return row(this.sets, this.#setRows, words);
  }

  #word(shape: FieldShape): string {
    switch (shape.kind) {
      case "string":
        return shape.format ?? "string";
      case "enum":
        return `enum(${row(this.enums, this.#enumRows, [...shape.options])})`;
      case "array":
        return `[${this.#word(shape.items)}]`;
      case "object":
        return `{${this.add(shape.fields)}}`;
      default:
        return shape.kind;
    }
  }
}

function row(rows: string[][], known: Map<string, number>, value: string[]): number {
  const key = JSON.stringify(value);
  const found = known.get(key);
  if (found !== undefined) return found;
  known.set(key, rows.length);
  return rows.push(value) - 1;
}

/** Reads the rows of `sets` back into fields; each row is read once and shared. */
export function fieldSetReader(file: Pick<CatalogueFile, "enums" | "sets">) {
  const read = new Map<number, readonly Field[]>();
  const fieldsAt = (index: number): readonly Field[] => {
    const known = read.get(index);
    if (known) return known;
    const fields = (file.sets[index] ?? []).map((word) => {
      const colon = word.indexOf(":");
      return { name: word.slice(0, colon), shape: shapeOf(word.slice(colon + 1)) };
    });
    read.set(index, fields);
    return fields;
  };
  const shapeOf = (word: string): FieldShape => {
    if (word.startsWith("[")) return { kind: "array", items: shapeOf(word.slice(1, -1)) };
    if (word.startsWith("{")) return { kind: "object", fields: fieldsAt(Number(word.slice(1, -1))) };
    if (word.startsWith("enum("))
      return { kind: "enum", options: file.enums[Number(word.slice(5, -1))] ?? [] };
    if (word === "password" || word === "date-time") return { kind: "string", format: word };
    if (word === "integer" || word === "number" || word === "boolean") return { kind: word };
    return { kind: "string" };
  };
  return fieldsAt;
}
