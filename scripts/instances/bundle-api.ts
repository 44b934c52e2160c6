import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "@/scripts/launch/child.mjs";

/** Names in brackets are filled in by what stands there in an address. */
const filledIn = (path: string): number => path.split("[").length;

/**
 * Puts `serve-api.ts` and every route of app/api into one file, which starts in a second where loading some hundred
 * takes many.
 * @returns its path, inside the project so that packages are found
 */
export async function bundleApi(name: string): Promise<string> {
  const routes = readdirSync(join(ROOT, "app/api"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("/route.ts"))
    // A name that stands there goes before one that is filled in.
    .sort((a, b) => filledIn(a) - filledIn(b));
  const outfile = join(ROOT, "node_modules/.cache", `${name}.mjs`);
  await build({
    stdin: {
      contents: `${routes.map((path, at) => `import * as r${at} from "@/app/api/${path}";`).join("\n")}
        import { serveApi } from "@/scripts/instances/serve-api";
        await serveApi([${routes.map((path, at) => `["${path.replace(/\/route\.ts$/, "")}", r${at}]`).join()}]);`,
      resolveDir: ROOT,
      loader: "ts",
    },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    tsconfig: join(ROOT, "tsconfig.json"),
    logLevel: "error",
  });
  return outfile;
}
