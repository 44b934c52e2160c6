import { chromium } from "@playwright/test";
import { findBrowser } from "../launch/browser.mjs";
import { startHeadgate } from "../launch/world.mjs";
import { median } from "./figures.mjs";
import { measureInPage, timeTypes } from "./lists-page.mjs";

const ROWS = 5_000;

/** Waits for the first sweep and answers with words that each find some of the connections. */
async function wordsOf(url) {
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    const { connections } = await (await fetch(`${url}/api/connections`)).json();
    if (connections.length >= ROWS) {
      const services = [...new Set(connections.map((row) => row.service))].sort();
      return Array.from({ length: 8 }, (_, i) => services[Math.floor((i * services.length) / 8)].slice(0, 5));
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`The sandbox's ${ROWS} connections never arrived.`);
}

const toPaint = { unit: "ms", goal: 100, absolute: true };

export const bench = {
  figures: {
    "filter to paint": toPaint,
    "sort to paint": toPaint,
    "group to paint": toPaint,
    "slowest of a round": { unit: "ms" },
    "key in the catalogue of connector types to paint": { unit: "ms", goal: 50, absolute: true },
  },
  async prepare() {
    const server = await startHeadgate({ HEADGATE_SANDBOX_CONNECTIONS: String(ROWS) });
    try {
      const words = await wordsOf(server.url);
      const browser = await chromium.launch({
        executablePath: process.env.HEADGATE_BROWSER ?? (await findBrowser()),
        chromiumSandbox: process.getuid?.() !== 0,
      });
      return { server, browser, words };
    } catch (error) {
      await server.stop();
      throw error;
    }
  },
  async round({ server, browser, words }) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    try {
      await page.goto(`${server.url}/connections`);
      await page.getByRole("grid").waitFor();
      const { filter, sort, group } = await page.evaluate(measureInPage, words);
      await page.goto(`${server.url}/connections/new`);
      await page.getByRole("listbox").waitFor();
      const keys = await page.evaluate(timeTypes, ["p", "po", "google", "a", "lite", "marketing", "s", "sq"]);
      return {
        "filter to paint": { value: median(filter) },
        "sort to paint": { value: median(sort) },
        "group to paint": { value: median(group) },
        "slowest of a round": { value: Math.max(...filter, ...sort, ...group) },
        "key in the catalogue of connector types to paint": { value: median(keys) },
      };
    } finally {
      await page.close();
    }
  },
  async close({ server, browser }) {
    await browser.close();
    await server.stop();
  },
};
