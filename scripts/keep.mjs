import { resolve } from "node:path";
import { runTypeScript } from "./launch/child.mjs";
import { installIfNeeded } from "./launch/install.mjs";
import { checkNode } from "./launch/node-version.mjs";
import { giveUp, Refusal, say } from "./launch/say.mjs";

const USAGE = {
  backup: "Use: npm run backup -- FILE",
  restore: "Use: npm run restore -- FILE",
  move: "Use: DATABASE_URL=postgres://... npm run move",
};

try {
  checkNode();
  const [command, ...args] = process.argv.slice(2);
  const usage = USAGE[command];
  if (args.includes("--help")) {
    say(usage);
    process.exit(0);
  }
  if (command === "move" && args.length > 0)
    throw new Refusal(
      `The address goes into DATABASE_URL, since arguments are shown to everyone on this machine. Nothing was done. ${usage}`,
    );
  if (command !== "move" && args.length !== 1)
    throw new Refusal(`One file is needed. Nothing was done. ${usage}`);
  await installIfNeeded();
  // npm changes into the project's folder first.
  const files = args.map((file) => resolve(process.env.INIT_CWD ?? process.cwd(), file));
  const { code, output } = await runTypeScript("scripts/keep.ts", [command, ...files]);
  if (code !== 0) throw new Refusal(output.trim() || `${command} was ended before it was done.`);
  say(output.trim());
} catch (error) {
  giveUp(error);
}
