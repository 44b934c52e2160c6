export type GridColumn = "name" | "sync" | "hash" | "mode" | "destination" | "note";

/** The columns in order, and from which width of the grid on each is shown; a phone keeps the first three. */
export const GRID_COLUMNS: readonly { key: GridColumn; head: string; className: string }[] = [
  { key: "name", head: "Name", className: "" },
  { key: "sync", head: "Sync", className: "" },
  { key: "hash", head: "Hash", className: "" },
  { key: "mode", head: "Mode", className: "hidden @min-[860px]:block" },
  { key: "destination", head: "Destination", className: "hidden @min-[860px]:block" },
  { key: "note", head: "Note", className: "hidden @min-[560px]:block" },
];

/** One line of the grid. */
export const GRID_LINE =
  "grid items-center pr-1 grid-cols-[minmax(0,1fr)_46px_56px] @min-[560px]:grid-cols-[minmax(200px,1.1fr)_58px_62px_minmax(150px,0.9fr)] @min-[560px]:pr-2 @min-[860px]:grid-cols-[minmax(270px,1.1fr)_58px_62px_112px_156px_minmax(150px,0.9fr)]";

/** Height of a row; the grid measures it rather than knowing it. */
export const ROW_HEIGHT = "h-(--row-tree)";

/** By level: how far the name stands in. */
export const INDENTS = [
  "",
  "pl-1.5 @min-[560px]:pl-2.5",
  "pl-5 @min-[560px]:pl-7.5",
  "pl-8.5 @min-[560px]:pl-12.5",
] as const;
