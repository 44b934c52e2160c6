import { build } from "./launch/build.mjs";
import { installIfNeeded } from "./launch/install.mjs";
import { checkNode } from "./launch/node-version.mjs";
import { giveUp } from "./launch/say.mjs";

try {
  checkNode();
  await installIfNeeded();
  await build();
} catch (error) {
  giveUp(error);
}
