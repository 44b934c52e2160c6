/** What each tree of the bench offers to `schema.bench.mjs`, as `window.tree`. */
export interface TreeBench {
  /** Makes the data that the tree takes, without the tree. */
  prepare(schemas: number, tables: number, columns: number): void;
  /** Draws it with its schemas open, into the page's one element. */
  mount(): void;
  /** Opens every table. */
  expand(): void;
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
