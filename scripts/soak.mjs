import { ROOT, run } from "./launch/child.mjs";
import { installIfNeeded } from "./launch/install.mjs";
import { checkNode } from "./launch/node-version.mjs";
import { giveUp } from "./launch/say.mjs";
import { runStages, SOAK } from "./launch/stages.mjs";
import { forgetSettings } from "./launch/test-env.mjs";

/** How the server fares over a day, which passes in some minutes; prints figures. */
const DAY = [
  "A day of the server",
  async () => {
    const args = [`${ROOT}scripts/bench.mjs`, "day", "--rounds", "1"];
    const { code } = await run(process.execPath, args, { show: true });
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  },
];

try {
  checkNode();
  await installIfNeeded();
  forgetSettings();
  process.env.HEADGATE_SOAK = "1";
  process.exitCode = await runStages([...SOAK, DAY]);
} catch (error) {
  giveUp(error);
}
