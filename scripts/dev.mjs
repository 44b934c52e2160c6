import { runModule } from "./launch/child.mjs";
import { installIfNeeded } from "./launch/install.mjs";
import { checkNode } from "./launch/node-version.mjs";
import { giveUp } from "./launch/say.mjs";
import { checkFolder, checkPort, readSettings } from "./launch/settings.mjs";

try {
  checkNode();
  await installIfNeeded();
  const { host, port, data_dir } = await readSettings();
  checkFolder(data_dir);
  const free = await checkPort(host, port);
  const { code } = await runModule("next/dist/bin/next", ["dev", "-H", host, "-p", String(free)], {
    show: true,
    env: { NEXT_TELEMETRY_DISABLED: "1" },
  });
  process.exit(code);
} catch (error) {
  giveUp(error);
}
