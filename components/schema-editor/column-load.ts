/** What is going on with the columns of a table, by its place: they are being read, or could not be. */
export type ColumnLoad = { state: "loading" } | { state: "failed"; reason: string };

export type ColumnLoads = ReadonlyMap<number, ColumnLoad>;
