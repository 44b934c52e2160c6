import { readFile } from "node:fs/promises";
import { toConnections } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";

test.use({ worldOptions: { sandbox: ["--connections", "5000"], env: { HEADGATE_POLL_MS: "86400000" } } });

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  // The first reading of so many takes its time.
  const all = page.getByRole("link", { name: /^All connections/ });
  await expect(all).toContainText("5,000", { timeout: 60_000 });
});

/** Rows in the document stay few however many the account has. */
const FEW = 120;

test("5,000 connections: the list opens, filters, sorts, groups and scrolls to its end", async ({ page }) => {
  await toConnections(page);
  const shown = page.getByRole("status").filter({ hasText: "connections" });
  await expect(shown).toContainText("5,000 connections");
  const grid = page.getByRole("grid", { name: "Connections" });
  await expect(grid).toHaveAttribute("aria-rowcount", "5001");
  expect(await grid.getByRole("row").count()).toBeLessThan(FEW);

  await page.getByRole("columnheader", { name: "Connection" }).getByRole("button").click();
  await expect(grid.locator('[aria-rowindex="2"]')).toContainText("accounts_service");
  await page.getByRole("columnheader", { name: "Connection" }).getByRole("button").click();
  await expect(grid.locator('[aria-rowindex="2"]')).toContainText("zuora");
  await expect(page).toHaveURL(/sort=-name/);

  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await expect(grid.locator('[aria-rowindex="5001"]')).toBeFocused();
  await expect(grid.locator('[aria-rowindex="5001"]')).toBeInViewport();
  expect(await grid.getByRole("row").count()).toBeLessThan(FEW);

  await page.getByRole("searchbox", { name: "Filter connections" }).fill("stripe_eu");
  await expect(shown).toContainText(/^8\d of 5,000/);
  await page.getByRole("button", { name: /^Group rows/ }).click();
  await page.getByRole("menuitemradio", { name: "Health" }).click();
  await expect(
    page.getByRole("treegrid", { name: "Connections" }).getByRole("row", { level: 1 }).first(),
  ).toBeVisible();
});

test("the CSV holds what the list shows, every row of it, and nothing a spreadsheet would run", async ({
  page,
}) => {
  const lines = async () => {
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download CSV" }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/^connections-.*\.csv$/);
    return (await readFile(await download.path(), "utf8")).trimEnd().split(/\r?\n/);
  };
  await toConnections(page);
  const all = await lines();
  expect(all).toHaveLength(5001);
  expect(all[0]).toMatch(/^(\uFEFF)?connection,id,health,/);
  await page.getByRole("searchbox", { name: "Filter connections" }).fill("klaviyo");
  const shown = page.getByRole("status").filter({ hasText: "connections" });
  await expect(shown).toContainText(/ of 5,000/);
  const count = Number(/^(\d+) of/.exec(await shown.innerText())?.[1]);
  expect(await lines()).toHaveLength(count + 1);
});
