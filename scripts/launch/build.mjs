import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { BRIEF, ROOT, runModule, runTypeScript } from "./child.mjs";
import { step } from "./progress.mjs";
import { Refusal } from "./say.mjs";
import { isBuilt, markBuilt, sourceHash } from "./source-hash.mjs";

const ENV = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };

/**
 * Makes the production build and the template of the data folder. The hash is taken first: a file
 * edited while the build runs leaves the build stale, never falsely fresh.
 */
export async function build() {
  const hash = sourceHash();
  rmSync(join(ROOT, ".next/source-hash"), { force: true });
  await step("Building for production", async () => {
    const { code, output } = await runModule("next/dist/bin/next", ["build"], { env: ENV });
    // A worker that leaves early, as NODE_OPTIONS can make it, ends the build without an error.
    if (code !== 0 || !existsSync(join(ROOT, ".next/BUILD_ID")))
      throw new Refusal(`The production build failed:\n${output.trim()}`);
    if (!existsSync(join(ROOT, "scripts/make-template.ts"))) return;
    const template = await runTypeScript("scripts/make-template.ts", [], { env: ENV, node: BRIEF });
    if (template.code !== 0)
      throw new Refusal(`The data template could not be made:\n${template.output.trim()}`);
  });
  markBuilt(hash);
}

export async function buildIfStale() {
  if (!isBuilt(sourceHash())) await build();
}
