import { defineConfig } from "@playwright/test";
import type { RunOptions } from "@/e2e/fixtures/test";
import { browsersOnPath } from "@/scripts/launch/browser.mjs";

const browser = process.env.HEADGATE_BROWSER ?? browsersOnPath()[0];

/**
 * What Chromium does without: two pages that its address bar prepares for each window, which no journey ever sees and
 * which take more than a second of a processor each time, and, since a list replaces the one before it, what Playwright
 * itself switches off.
 */
const FEATURES_OFF = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

/** Each worker starts its own sandbox and its own Headgate (e2e/fixtures/world.ts), so journeys may break what they like. */
export default defineConfig<object, RunOptions>({
  testDir: "e2e",
  outputDir: "test-results",
  // Most of a journey is work, but enough of it is waiting for a third to fit in on two cores.
  workers: 3,
  // A busy machine may starve a browser of its focus or its frames; what fails twice is broken.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: "list",
  globalSetup: "./e2e/fixtures/built.ts",
  projects: [
    { name: "journeys", testIgnore: "exchanges.spec.ts", teardown: "exchanges" },
    { name: "exchanges", testMatch: "exchanges.spec.ts" },
  ],
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    actionTimeout: 60_000,
    // Motion is drawn in software here: turning icons alone take a tenth of a processor.
    contextOptions: { reducedMotion: "reduce" },
    trace: process.env.HEADGATE_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: browser,
      chromiumSandbox: process.getuid?.() !== 0,
      args: ["--disable-gpu", `--disable-features=${FEATURES_OFF.join(",")}`],
    },
    openapi: process.env.FIVETRAN_OPENAPI?.trim() || "",
    ledgerPath: "test-results/exchanges.jsonl",
  },
});
