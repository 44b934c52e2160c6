import { parseArgs } from "node:util";
import { buildIfStale } from "./launch/build.mjs";
import { installIfNeeded } from "./launch/install.mjs";
import { checkNode } from "./launch/node-version.mjs";
import { giveUp, Refusal, say } from "./launch/say.mjs";
import { serve } from "./launch/serve.mjs";
import { checkFolder, checkPort, readSettings } from "./launch/settings.mjs";

const USAGE = "Use: npm start [-- --reset-sandbox]";

function readOptions() {
  try {
    return parseArgs({ options: { "reset-sandbox": { type: "boolean" }, help: { type: "boolean" } } }).values;
  } catch (error) {
    throw new Refusal(`${error.message.split("\n")[0].replace(/\.?$/, ".")} ${USAGE}`);
  }
}

try {
  const warning = checkNode();
  if (warning) say(warning);
  const options = readOptions();
  if (options.help) {
    say(USAGE);
    process.exit(0);
  }
  if (options["reset-sandbox"]) process.env.HEADGATE_RESET_SANDBOX = "1";
  await installIfNeeded();
  const settings = await readSettings();
  checkFolder(settings.data_dir);
  const port = await checkPort(settings.host, settings.port);
  await buildIfStale();
  await serve({ ...settings, port });
} catch (error) {
  giveUp(error);
}
