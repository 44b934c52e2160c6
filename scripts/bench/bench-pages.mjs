import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import tailwind from "@tailwindcss/postcss";
import { build } from "esbuild";
import postcss from "postcss";
import { ROOT } from "../launch/child.mjs";

/** The console's styles, as a build makes them. */
async function ourStyles() {
  const from = `${ROOT}app/globals.css`;
  return (await postcss([tailwind()]).process(readFileSync(from), { from })).css;
}

/**
 * Serves a page for each entry, bundled alike by one esbuild run, on a free port of this machine: `/ours` has the
 * console's styles, each other its own.
 * @param {Record<string, string>} entries files by the name of their page
 * @param {string} element id of the one element that each page has
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function servePages(entries, element) {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: entries,
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
    response.end(file ?? pageOf(path.slice(1), files, element));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  return {
    url: `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function pageOf(name, files, element) {
  const own = files.has(`/${name}.css`) ? `<link rel="stylesheet" href="/${name}.css">` : "";
  const styles = name === "ours" ? '<link rel="stylesheet" href="/styles.css">' : own;
  return `<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8"><title>${name}</title>${styles}</head>
<body><div id="${element}"></div><script type="module" src="/${name}.js"></script></body></html>`;
}
