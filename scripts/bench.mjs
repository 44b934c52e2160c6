import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { installIfNeeded } from "./launch/install.mjs";
import { checkNode } from "./launch/node-version.mjs";
import { giveUp, Refusal } from "./launch/say.mjs";
import { forgetSettings } from "./launch/test-env.mjs";

const FOLDER = new URL("./bench/", import.meta.url);
const names = readdirSync(FOLDER).flatMap((file) => /^([a-z-]+)\.bench\.mjs$/.exec(file)?.[1] ?? []);
const USAGE = `Use: npm run bench -- NAME [--rounds N] [--only TEXT], where NAME is ${names.join(", ")}, and TEXT parts of the wanted figures' names, with commas between.`;

function readOptions() {
  const options = { rounds: { type: "string", default: "5" }, only: { type: "string", default: "" } };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const rounds = Number(values.rounds);
    if (positionals.length !== 1 || !names.includes(positionals[0]) || !(rounds >= 1))
      throw new Refusal(USAGE);
    return { name: positionals[0], rounds, only: values.only };
  } catch {
    throw new Refusal(USAGE);
  }
}

try {
  checkNode();
  const { name, rounds, only } = readOptions();
  await installIfNeeded();
  forgetSettings();
  const { runBench } = await import("./bench/run-bench.mjs");
  const { bench } = await import(new URL(`${name}.bench.mjs`, FOLDER).href);
  process.exitCode = await runBench(name, bench, rounds, only);
} catch (error) {
  giveUp(error);
}
