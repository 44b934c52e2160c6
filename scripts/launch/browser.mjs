import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run, runModule } from "./child.mjs";
import { step } from "./progress.mjs";
import { Refusal } from "./say.mjs";

/** The shell has no window to keep up behind the page, and takes a fifth less of a processor for the same journeys. */
const NAMES = [
  "chromium-headless-shell",
  "chrome-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
/** Debian's packages of the same browser, best first. */
const PACKAGES = ["chromium-headless-shell", "chromium"];

/** The browsers of this family on PATH, best first. */
export function browsersOnPath(path = process.env.PATH ?? "") {
  const folders = path.split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).filter((file) =>
    existsSync(file),
  );
}

/** A file by that name may be a stub that only asks for an install, or lack its libraries. */
async function works(file) {
  if (!file || !existsSync(file)) return false;
  const { code } = await run(file, ["--version"], { timeout: 30_000 });
  return code === 0;
}

async function firstThatWorks(files) {
  for (const file of files) if (await works(file)) return file;
  return null;
}

async function playwrights() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return (await works(file)) ? file : null;
}

async function install(name, work) {
  const { code } = await step(name, work);
  return code === 0;
}

/**
 * The path of a Chromium that runs: one found on PATH, else Playwright's own, else Debian's package.
 * Throws a Refusal when none can be had.
 */
export async function findBrowser() {
  const found = (await firstThatWorks(browsersOnPath())) ?? (await playwrights());
  if (found) return found;
  await install("Installing Playwright's browser", () =>
    runModule("@playwright/test/cli.js", ["install", "chromium"], {
      timeout: 300_000,
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" },
    }),
  );
  const downloaded = await playwrights();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await install("Reading Debian's lists of packages", () => run("apt-get", ["update", "-q"], { env }));
    for (const name of PACKAGES) {
      await install(`Installing Debian's ${name} package`, () =>
        run("apt-get", ["install", "-q", "-y", "--no-install-recommends", name], { env }),
      );
      const packaged = await firstThatWorks(browsersOnPath());
      if (packaged) return packaged;
    }
  }
  throw new Refusal("No Chromium was found or could be installed for the browser tests; put one on PATH.");
}
