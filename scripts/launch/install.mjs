import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run } from "./child.mjs";
import { step } from "./progress.mjs";
import { Refusal } from "./say.mjs";

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own account of node_modules
 * last, so an interrupted install has none. Packages that are optional (another platform's) may be absent.
 */
export function isInstalled(root = ROOT) {
  const wanted = packagesIn(join(root, "package-lock.json"));
  const present = packagesIn(join(root, "node_modules/.package-lock.json"));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const found = present[path];
    if (!found) return Boolean(entry.optional || entry.devOptional);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** Installs exactly what the lock file says, when that is not what is there. */
export async function installIfNeeded() {
  if (isInstalled()) return;
  const args = ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const isScript = npm && /\.[cm]?js$/.test(npm) && npm.includes("npm");
  const env = { npm_config_update_notifier: "false", NODE_ENV: "development" };
  const { code, output } = await step("Installing packages from package-lock.json", () =>
    isScript ? run(process.execPath, [npm, ...args], { env }) : run("npm", args, { env }),
  );
  if (code !== 0) throw new Refusal(`npm ci failed, so nothing was started:\n${output.trim()}`);
}
