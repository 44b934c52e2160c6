import { installIfNeeded } from "./launch/install.mjs";
import { checkNode } from "./launch/node-version.mjs";
import { giveUp } from "./launch/say.mjs";
import { ALL, runStages } from "./launch/stages.mjs";
import { forgetSettings } from "./launch/test-env.mjs";

try {
  checkNode();
  await installIfNeeded();
  forgetSettings();
  process.exitCode = await runStages(ALL);
} catch (error) {
  giveUp(error);
}
