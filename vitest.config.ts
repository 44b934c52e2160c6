import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Where tests start, end or kill processes, or change their own: each file of these has one to itself. */
const APART = ["lib/store/**", "lib", "scripts/**"];

const files = (folders: string[]) => folders.map((folder) => `${folder}/*.test.{ts,tsx}`);
const apart = files(APART);

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
    testTimeout: process.env.HEADGATE_SOAK === "1" ? 1_200_000 : 30_000,
    hookTimeout: 60_000,
    // A test's PGlite lives for seconds: compiling it once more, for speed, takes more than the speed gives back.
    execArgv: ["--liftoff-only"],
    projects: [
      // Modules are read once, and databases opened once, for all files that a process runs.
      {
        extends: true,
        test: {
          name: "together",
          include: files(["{app,components,lib}/**"]),
          exclude: apart,
          isolate: false,
        },
      },
      { extends: true, test: { name: "apart", include: apart } },
    ],
  },
});
