import { installIfNeeded } from "./launch/install.mjs";
import { checkNode } from "./launch/node-version.mjs";
import { giveUp } from "./launch/say.mjs";
import { runStages, VERIFY } from "./launch/stages.mjs";
import { forgetSettings } from "./launch/test-env.mjs";

try {
  checkNode();
  await installIfNeeded();
  forgetSettings();
  process.exitCode = await runStages(VERIFY);
} catch (error) {
  giveUp(error);
}
