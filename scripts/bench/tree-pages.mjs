import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import tailwind from "@tailwindcss/postcss";
import { build } from "esbuild";
import postcss from "postcss";
import { ROOT } from "../launch/child.mjs";

const ENTRIES = {
  ours: "scripts/bench/schema-grid.tsx",
  "rc-tree": "scripts/bench/peers/rc-tree.tsx",
  "react-arborist": "scripts/bench/peers/react-arborist.tsx",
};

/** The console's styles, as a build makes them. */
async function ourStyles() {
  const from = `${ROOT}app/globals.css`;
  return (await postcss([tailwind()]).process(readFileSync(from), { from })).css;
}

/**
 * Serves a page for each tree, bundled alike, on a free port of this machine: `/ours`, `/rc-tree`, `/react-arborist`.
 * @returns {Promise<{ url: string, names: string[], stop: () => Promise<void> }>}
 */
export async function serveTreePages() {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    bundle: true,
    minify: true,
    format: "esm",
    splitting: true,
    outdir: "/",
    write: false,
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"', "process.env": "{}" },
    loader: { ".png": "empty", ".gif": "empty" },
  });
  const files = new Map(outputFiles.map((file) => [file.path, file.contents]));
  files.set("/styles.css", Buffer.from(await ourStyles()));
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const file = files.get(path);
    const type = path.endsWith(".css") ? "text/css" : path.endsWith(".js") ? "text/javascript" : "text/html";
    response.setHeader("content-type", `${type}; charset=utf-8`);
    response.end(file ?? pageOf(path.slice(1), files));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  return {
    url: `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`,
    names: Object.keys(ENTRIES),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function pageOf(name, files) {
  const own = files.has(`/${name}.css`) ? `<link rel="stylesheet" href="/${name}.css">` : "";
  const styles = name === "ours" ? '<link rel="stylesheet" href="/styles.css">' : own;
  return `<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>${name}</title>${styles}</head>
<body><div id="tree"></div><script type="module" src="/${name}.js"></script></body></html>`;
}
