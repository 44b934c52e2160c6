/**
 * The committed facts of what Fivetran lands for some applications: every column name once, most used first, and per
 * service and table the numbers of its columns, counted from there in base 36.
 */
export interface SourceSchemasFile {
  columns: string;
  services: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Service, table and column names, the columns in the order of the source. */
export type TableFacts = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** The text of `source-schemas.generated.json` from a JSON object of service, table and list of column names. */
export function writeSourceSchemas(
  facts: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
): string {
  const uses = new Map<string, number>();
  for (const tables of Object.values(facts)) {
    for (const column of Object.values(tables).flat()) uses.set(column, (uses.get(column) ?? 0) + 1);
  }
  const columns = [...uses].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name]) => name);
  const spaced = columns.find((name) => /\s/.test(name));
  if (spaced !== undefined) throw new Error(`The column ${JSON.stringify(spaced)} holds a space.`);

  const numbers = new Map(columns.map((name, index) => [name, index.toString(36)]));
  const services = Object.entries(facts).map(([service, tables]) => {
    const rows = Object.entries(tables).map(
      ([table, names]) => `${JSON.stringify(table)}:"${names.map((name) => numbers.get(name)).join(" ")}"`,
    );
    return `${JSON.stringify(service)}:{\n${rows.join(",\n")}\n}`;
  });
  return `{\n"columns":${JSON.stringify(columns.join(" "))},\n"services":{\n${services.join(",\n")}\n}\n}\n`;
}

/** Reads the file back. */
export function readSourceSchemas(file: SourceSchemasFile): TableFacts {
  const names = file.columns.split(" ");
  const columnsOf = (row: string) =>
    row.split(" ").map((number) => {
      const name = names[Number.parseInt(number, 36)];
      if (name === undefined) throw new Error(`Column ${number} is not in the file.`);
      return name;
    });
  return new Map(
    Object.entries(file.services).map(([service, tables]) => [
      service,
      new Map(Object.entries(tables).map(([table, row]) => [table, columnsOf(row)])),
    ]),
  );
}
