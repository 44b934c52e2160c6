import { installIfNeeded } from "./launch/install.mjs";
import { checkNode } from "./launch/node-version.mjs";
import { giveUp } from "./launch/say.mjs";
import { runStages, SOAK } from "./launch/stages.mjs";
import { forgetSettings } from "./launch/test-env.mjs";

try {
  checkNode();
  await installIfNeeded();
  forgetSettings();
  process.env.HEADGATE_SOAK = "1";
  process.exitCode = await runStages(SOAK);
} catch (error) {
  giveUp(error);
}
