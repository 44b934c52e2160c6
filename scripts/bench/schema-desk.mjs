import { startWorld } from "../launch/world.mjs";
import { largeConnection } from "./large-connection.mjs";
import { timeScroll, timeToggles, timeTyping } from "./tree-page.mjs";

/** What people type: a letter, words, a path, globs, expressions that match all, much, little and nothing. */
const TEXTS = [
  "a",
  "id",
  "email",
  "table_12",
  "*_at",
  "*",
  "/./",
  "/_[0-9]+$/",
  "/(a|b|c)+d?e*x/",
  "no such name",
];

/** Headgate before a sandbox whose connection `large_schema` has this many tables and columns, its schema read once. */
export async function startDesk({ tables, columns }) {
  const world = await startWorld({ sandbox: ["--tables", String(tables), "--columns", String(columns)] });
  try {
    const id = await largeConnection(world.url);
    await (await fetch(`${world.url}/api/connections/${id}/schema`)).arrayBuffer();
    return { url: `${world.url}/connections/${id}/schema`, rows: tables * columns, stop: world.stop };
  } catch (error) {
    await world.stop();
    throw error;
  }
}

/** Opens all tables by the keyboard: from the last schema up, each with all of its tables. */
export async function openAll(page, rows) {
  const focused = (name) =>
    page.evaluate((attribute) => document.activeElement?.getAttribute(attribute), name);
  await page.getByRole("treegrid").getByRole("row").nth(1).focus();
  if ((await focused("aria-expanded")) === "true") await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("End");
  for (let left = Number(await focused("aria-setsize")); left > 0; left--) {
    for (const key of ["ArrowRight", "ArrowDown", "*", "ArrowUp", "ArrowUp"]) await page.keyboard.press(key);
  }
  await page.waitForFunction(
    (least) => Number(document.querySelector('[role="treegrid"]').getAttribute("aria-rowcount")) > least,
    rows,
  );
  for (const key of ["Home", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
}

/** The schema editor with all its tables open: presses of switches, a scroll, what is typed into its search. */
export async function measureDesk(page, desk) {
  await page.getByRole("treegrid").waitFor({ timeout: 60_000 });
  await openAll(page, desk.rows);
  await page.waitForTimeout(1_000);
  const toggles = await page.evaluate(timeToggles, 60);
  const scroll = await page.evaluate(timeScroll, [240, 56]);
  if (scroll.gaps > 0) throw new Error(`${scroll.gaps} frames of the scroll had gaps.`);
  await page.waitForTimeout(1_000);
  return { toggles, scroll, typing: await page.evaluate(timeTyping, TEXTS) };
}
