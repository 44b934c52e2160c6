import { defineConfig } from "@playwright/test";
import { browsersOnPath } from "@/scripts/launch/browser.mjs";

const browser = process.env.HEADGATE_BROWSER ?? browsersOnPath()[0];

/** Each worker starts its own sandbox and its own Headgate (e2e/fixtures/world.ts), so journeys may break what they like. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: "list",
  globalSetup: "./e2e/fixtures/built.ts",
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: browser, chromiumSandbox: process.getuid?.() !== 0 },
  },
});
