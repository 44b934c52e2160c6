import { chromium } from "@playwright/test";
import { tsImport } from "tsx/esm/api";
import { findBrowser } from "../launch/browser.mjs";
import { servePages } from "./bench-pages.mjs";
import { timeForm, timeKeys } from "./form-page.mjs";

const SERVICES = ["sftp", "s3"];
const KEYS = 150;

const p95 = (values) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1];

async function measure(browser, url, type) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => window.form !== undefined);
    await page.evaluate(() => window.form.surround());
    await page.waitForTimeout(500);
    const interactive = await page.evaluate(timeForm, type);
    const { times } = await page.evaluate(timeKeys, KEYS);
    return { interactive, typing: p95(times) };
  } finally {
    await context.close();
  }
}

const figures = Object.fromEntries(
  SERVICES.flatMap((service) => [
    [`typing in ${service} to paint, p95`, { unit: "ms", goal: 16, absolute: true }],
    [`${service} interactive after its metadata`, { unit: "ms", goal: 100, absolute: true }],
  ]),
);

export const bench = {
  figures,
  async prepare() {
    const { connectorTypeDetail } = await tsImport(
      "../../lib/sandbox/catalogue/metadata.ts",
      import.meta.url,
    );
    const pages = await servePages(
      { ours: "scripts/bench/settings-form.tsx", rjsf: "scripts/bench/peers/rjsf.tsx" },
      "form",
    );
    const browser = await chromium.launch({
      executablePath: process.env.HEADGATE_BROWSER ?? (await findBrowser()),
      chromiumSandbox: process.getuid?.() !== 0,
    });
    return { pages, browser, types: SERVICES.map((service) => connectorTypeDetail(service)) };
  },
  async round({ pages, browser, types }) {
    const measured = {};
    for (const type of types) {
      const peer = await measure(browser, `${pages.url}/rjsf`, type);
      const ours = await measure(browser, `${pages.url}/ours`, type);
      measured[`typing in ${type.id} to paint, p95`] = { value: ours.typing, peer: peer.typing };
      measured[`${type.id} interactive after its metadata`] = {
        value: ours.interactive,
        peer: peer.interactive,
      };
    }
    return measured;
  },
  async close({ pages, browser }) {
    await browser.close();
    await pages.stop();
  },
};
