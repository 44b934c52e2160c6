import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Folders whose tests keep nothing in their process, so that one process can run them all with modules read once. */
const TOGETHER = ["components", "lib/contract", "lib/model", "lib/queries", "lib/sandbox"];

const files = (folders: string) => `${folders}/**/*.test.{ts,tsx}`;
const together = files(`{${TOGETHER.join(",")}}`);

export default defineConfig({
  resolve: {
    tsconfigPaths: true,
    alias: {
      "server-only": fileURLToPath(new URL("./node_modules/server-only/empty.js", import.meta.url)),
    },
  },
  test: {
    env: { LOG_LEVEL: process.env.LOG_LEVEL ?? "silent" },
    // Many tests wait for a database or a clock, so a small machine has room for two at once.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A test's PGlite lives for seconds: compiling it once more, for speed, takes more than the speed gives back.
    execArgv: ["--liftoff-only"],
    projects: [
      { extends: true, test: { name: "together", include: [together], isolate: false } },
      {
        extends: true,
        test: { name: "apart", include: [files("{app,components,lib,scripts}")], exclude: [together] },
      },
    ],
  },
});
