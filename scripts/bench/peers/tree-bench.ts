/** What each tree of the bench offers to `schema.bench.mjs`, as `window.tree`. */
export interface TreeBench {
  /** Makes the data that the tree takes, without the tree. */
  prepare(schemas: number, tables: number, columns: number): void;
  /** Draws it, all closed, into the page's one element. */
  mount(): void;
  /** Opens every schema, so that all tables are rows. */
  openSchemas(): void;
  /** Opens every table, so that all columns are rows. */
  openTables(): void;
  /** Ours alone: milliseconds to make the request of this many edits. */
  diff?(edits: number): number;
}

declare global {
  interface Window {
    tree: TreeBench;
  }
}

export function pageElement(): HTMLElement {
  const element = document.getElementById("tree");
  if (!element) throw new Error("The page has no place for the tree.");
  return element;
}
