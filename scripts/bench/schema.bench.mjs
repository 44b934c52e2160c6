import { chromium } from "@playwright/test";
import { findBrowser } from "../launch/browser.mjs";
import { measureDesk, startDesk } from "./schema-desk.mjs";
import { timeTree } from "./tree-page.mjs";
import { serveTreePages } from "./tree-pages.mjs";

const SIZE = { schemas: 1, tables: 10_000, columns: 100 };
const EDITS = 100_000;

const p95 = (values) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1];

/** Megabytes that the page's JavaScript holds after a collection, typed arrays included. */
async function heapOf(cdp) {
  await cdp.send("HeapProfiler.collectGarbage");
  const {
    usedSize,
    embedderHeapUsedSize = 0,
    backingStorageSize = 0,
  } = await cdp.send("Runtime.getHeapUsage");
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6;
}

async function onPage(browser, url, act) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
    return await act(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

/** One tree from nothing to all of its tables open. */
async function measureTree(page, cdp) {
  const empty = await heapOf(cdp);
  await page.evaluate((size) => window.tree.prepare(size.schemas, size.tables, size.columns), SIZE);
  await page.waitForTimeout(300);
  const mount = await page.evaluate(timeTree, ["mount", "schema_0"]);
  const heap = (await heapOf(cdp)) - empty;
  await page.waitForTimeout(300);
  const schemas = await page.evaluate(timeTree, ["openSchemas", "table_0"]);
  await page.waitForTimeout(300);
  const tables = await page.evaluate(timeTree, ["openTables", "column_0_id"]);
  return { mount, heap, schemas, tables };
}

async function measureOurs(page, cdp) {
  const tree = await measureTree(page, cdp);
  const diff = await page.evaluate((edits) => window.tree.diff(edits), EDITS);
  return { ...tree, diff };
}

const ON_DESK = [
  "toggle to paint, p95",
  "frame while scrolling, p95",
  "first screen of matches, slowest text",
  "exact count of matches, slowest text",
];
const ARBORIST = "react-arborist as the peer";
const DIFF = "diff of 100,000 edits";

const treeFigures = (ours, rcTree) => ({
  "mount over rc-tree": { value: ours.mount / rcTree.mount, peer: 1 },
  mount: { value: ours.mount, peer: rcTree.mount },
  "heap over rc-tree": { value: ours.heap / rcTree.heap, peer: 1 },
  heap: { value: ours.heap, peer: rcTree.heap },
  "expand 10,000 tables over rc-tree": { value: ours.tables / rcTree.tables, peer: 1 },
  "expand 10,000 tables": { value: ours.tables, peer: rcTree.tables },
  "open the schema that holds them": { value: ours.schemas, peer: rcTree.schemas },
});

const arboristFigures = (ours, arborist) => ({
  [`mount, ${ARBORIST}`]: { value: ours.mount, peer: arborist.mount },
  [`heap, ${ARBORIST}`]: { value: ours.heap, peer: arborist.heap },
  [`expand 10,000 tables, ${ARBORIST}`]: { value: ours.tables, peer: arborist.tables },
  [`open the schema that holds them, ${ARBORIST}`]: { value: ours.schemas, peer: arborist.schemas },
});

const deskFigures = ({ toggles, scroll, typing }) => ({
  "toggle to paint, p95": { value: p95(toggles.times) / toggles.frame },
  "frame while scrolling, p95": { value: p95(scroll.times) / scroll.frame },
  "first screen of matches, slowest text": { value: Math.max(...typing.map((one) => one.first)) },
  "exact count of matches, slowest text": { value: Math.max(...typing.map((one) => one.last)) },
});

const over = (goal) => ({ unit: "ratio", goal });

export const bench = {
  figures: {
    "mount over rc-tree": over(0.12),
    mount: { unit: "ms" },
    "mount, react-arborist as the peer": { unit: "ms" },
    "heap over rc-tree": over(0.1),
    heap: { unit: "MB" },
    "heap, react-arborist as the peer": { unit: "MB" },
    "expand 10,000 tables over rc-tree": over(0.3),
    "expand 10,000 tables": { unit: "ms" },
    "expand 10,000 tables, react-arborist as the peer": { unit: "ms" },
    "open the schema that holds them": { unit: "ms" },
    "open the schema that holds them, react-arborist as the peer": { unit: "ms" },
    "toggle to paint, p95": { unit: "frames", goal: 2 },
    "frame while scrolling, p95": { unit: "frames", goal: 1.1 },
    "first screen of matches, slowest text": { unit: "ms", goal: 50, absolute: true },
    "exact count of matches, slowest text": { unit: "ms", goal: 200, absolute: true },
    [DIFF]: { unit: "ms", goal: 100, absolute: true },
  },
  async prepare(wanted) {
    const pages = await serveTreePages();
    const desk = ON_DESK.some(wanted) ? await startDesk(SIZE) : null;
    const browser = await chromium.launch({
      executablePath: process.env.HEADGATE_BROWSER ?? (await findBrowser()),
      chromiumSandbox: process.getuid?.() !== 0,
    });
    return { pages, desk, browser };
  },
  async round({ pages, desk, browser }, _round, wanted) {
    const tree = (name, measure) => onPage(browser, `${pages.url}/${name}`, measure);
    const trees = Object.keys(bench.figures).filter((figure) => wanted(figure) && !ON_DESK.includes(figure));
    const measured = {};
    if (trees.length > 0) {
      const ours = await tree("ours", measureOurs);
      measured[DIFF] = { value: ours.diff };
      if (trees.some((figure) => figure !== DIFF && !figure.endsWith(ARBORIST)))
        Object.assign(measured, treeFigures(ours, await tree("rc-tree", measureTree)));
      if (trees.some((figure) => figure.endsWith(ARBORIST)))
        Object.assign(measured, arboristFigures(ours, await tree("react-arborist", measureTree)));
    }
    if (desk)
      Object.assign(
        measured,
        deskFigures(await onPage(browser, desk.url, (page) => measureDesk(page, desk))),
      );
    return measured;
  },
  async close({ pages, desk, browser }) {
    await browser.close();
    await desk?.stop();
    await pages.stop();
  },
};
