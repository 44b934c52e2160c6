import { rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { startHeadgate } from "../launch/world.mjs";
import { installThenBuild } from "./peers/install-then-build.mjs";
import { scratchCopy } from "./scratch.mjs";

/** For an install and a build on a machine that has other work too. */
const PATIENCE_MS = 900_000;

async function timeStart() {
  const copy = scratchCopy({ modules: false });
  try {
    const began = performance.now();
    const server = await startHeadgate({}, { cwd: copy.folder, timeout: PATIENCE_MS });
    const answer = await fetch(server.url);
    const took = performance.now() - began;
    await answer.arrayBuffer();
    await server.stop();
    if (!answer.ok) throw new Error(`The first page answered ${answer.status}.`);
    return took / 1000;
  } finally {
    copy.remove();
  }
}

async function timeAgain(folder) {
  const began = performance.now();
  const server = await startHeadgate({}, { cwd: folder });
  await (await fetch(server.url)).arrayBuffer();
  const took = performance.now() - began;
  await server.stop();
  return took / 1000;
}

/** A clean clone's `npm start` to its first page, over doing the two things that nobody can do without. */
export const bench = {
  figures: {
    "clean clone over npm ci + next build": { unit: "ratio", goal: 1.3 },
    "clean clone": { unit: "s" },
    "built before": { unit: "s" },
  },
  async round() {
    const peer = await installThenBuild();
    const ours = await timeStart();
    const copy = scratchCopy();
    try {
      const first = await startHeadgate({}, { cwd: copy.folder, timeout: PATIENCE_MS });
      await first.stop();
      rmSync(join(copy.folder, "data"), { recursive: true, force: true });
      return {
        "clean clone over npm ci + next build": { value: ours / peer, peer: 1 },
        "clean clone": { value: ours, peer },
        "built before": { value: await timeAgain(copy.folder) },
      };
    } finally {
      copy.remove();
    }
  },
};
