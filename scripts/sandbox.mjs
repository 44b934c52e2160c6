import { fileURLToPath } from "node:url";
import { installIfNeeded } from "./launch/install.mjs";
import { checkNode } from "./launch/node-version.mjs";
import { giveUp } from "./launch/say.mjs";

try {
  checkNode();
  await installIfNeeded();
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) });
  // One process, so that a signal to it is a signal to the sandbox.
  await import("./sandbox.ts");
} catch (error) {
  giveUp(error);
}
