import { servePages } from "./bench-pages.mjs";

/** Serves a page for each tree: `/ours`, `/rc-tree`, `/react-arborist`. */
export function serveTreePages() {
  const entries = {
    ours: "scripts/bench/schema-grid.tsx",
    "rc-tree": "scripts/bench/peers/rc-tree.tsx",
    "react-arborist": "scripts/bench/peers/react-arborist.tsx",
  };
  return servePages(entries, "tree");
}
