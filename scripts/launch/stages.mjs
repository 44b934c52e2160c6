import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./browser.mjs";
import { buildIfStale } from "./build.mjs";
import { ROOT, run, runModule, runTypeScript } from "./child.mjs";
import { Refusal, say } from "./say.mjs";
import { closingLine, tallyPlaywright, tallyVitest, total } from "./tally.mjs";

/** Large blocks of memory come in large pages: in small ones, filling PGlite's 40 MB takes half a second. */
const LARGE_PAGES = { GLIBC_TUNABLES: "glibc.malloc.hugetlb=1" };

const PASSED = { passed: 1, failed: 0, skipped: 0 };
const FAILED = { passed: 0, failed: 1, skipped: 0 };
const SKIPPED = { passed: 0, failed: 0, skipped: 1 };

/** One check that either holds or does not; what it printed is shown when it does not. */
async function check(work) {
  const { code, output } = await work();
  if (code !== 0) say(output.trim());
  return code === 0 ? PASSED : FAILED;
}

async function types() {
  const typegen = await runModule("next/dist/bin/next", ["typegen"], {
    env: { NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (typegen.code !== 0) return typegen;
  return runModule("typescript/bin/tsc", ["--noEmit", "-p", "."]);
}

async function withReport(work) {
  const folder = mkdtempSync(join(tmpdir(), "headgate-report-"));
  try {
    return await work(join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const units = () =>
  withReport(async (file) => {
    const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const { code } = await runModule("vitest/vitest.mjs", args, { show: true, env: LARGE_PAGES });
    return tallyVitest(file, code);
  });

const journeys = () =>
  withReport(async (file) => {
    const browser = await findBrowser();
    const { code } = await runModule("@playwright/test/cli.js", ["test", "--reporter=list,json"], {
      show: true,
      env: { ...LARGE_PAGES, HEADGATE_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    });
    return tallyPlaywright(file, code);
  });

const STATIC = [
  ["Lock file", () => check(() => run(process.execPath, [`${ROOT}scripts/check-lock.mjs`]))],
  [
    "Format and lint",
    () => check(() => runModule("@biomejs/biome/bin/biome", ["check", "--max-diagnostics=50", "."])),
  ],
  ["Import arrows", () => check(() => run(process.execPath, [`${ROOT}scripts/check-imports.mjs`]))],
  ["Types", () => check(types)],
  [
    "Generated catalogue",
    () =>
      process.env.FIVETRAN_OPENAPI
        ? check(() => runTypeScript("scripts/generate-catalogue.ts", ["--check"]))
        : SKIPPED,
  ],
];
const UNITS = ["Unit and contract tests", units];
const BUILD = [
  "Production build",
  async () => {
    await buildIfStale();
    return PASSED;
  },
];
const JOURNEYS = ["Browser tests", journeys];

export const VERIFY = [...STATIC, UNITS];
// The build makes the template that a database is copied from, which the tests after it then need not wait for.
export const ALL = [...STATIC, BUILD, UNITS, JOURNEYS];
export const SOAK = [UNITS];

/**
 * Runs every stage, also after one that failed, and closes with the sum on the last line.
 * Answers with the exit code. A stage that could not run counts as one failure.
 */
export async function runStages(stages) {
  const tallies = [];
  for (const [name, work] of stages) {
    const began = Date.now();
    say(`\n== ${name}`);
    let tally = FAILED;
    try {
      tally = await work();
    } catch (error) {
      say(error instanceof Refusal ? error.message : String(error?.stack ?? error));
    }
    tallies.push(tally);
    say(`== ${name}: ${closingLine(tally)} (${Math.round((Date.now() - began) / 1000)} s)`);
  }
  const sum = total(tallies);
  say(`\n${closingLine(sum)}`);
  return sum.failed > 0 ? 1 : 0;
}
