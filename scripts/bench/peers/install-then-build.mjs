import { performance } from "node:perf_hooks";
import { run } from "../../launch/child.mjs";
import { scratchCopy } from "../scratch.mjs";

/** Seconds that `npm ci` and `next build` take in a clean copy: what any Next.js project needs before it serves. */
export async function installThenBuild() {
  const copy = scratchCopy({ modules: false });
  try {
    const began = performance.now();
    for (const [command, args] of [
      ["npm", ["ci", "--ignore-scripts"]],
      ["npx", ["next", "build"]],
    ]) {
      const { code, output } = await run(command, args, {
        cwd: copy.folder,
        env: { NEXT_TELEMETRY_DISABLED: "1" },
      });
      if (code !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${output}`);
    }
    return (performance.now() - began) / 1000;
  } finally {
    copy.remove();
  }
}
