import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { draft, drawer, grid, searchBox, selection } from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";

/** Twelve columns a table are as many rows as a million to whoever scrolls, and quicker made. */
test.use({ worldOptions: { sandbox: ["--tables", "10000", "--columns", "12"] } });

/** Much is read, compared and written by a machine that may have other work too. */
const LARGE = { timeout: 90_000 };

const focused = (page: Page): Locator => page.locator(":focus");
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Presses the key until the focus is on what is wanted. */
async function walk(page: Page, key: string, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let stop = 0; stop < 40; stop += 1) {
    if (await wanted.evaluate((it) => it === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(wanted).toBeFocused();
}

/** Comes to what is looked for, from anywhere, and looks for something else. */
async function find(page: Page, text: string): Promise<void> {
  if (!(await searchBox(page).evaluate((it) => it === document.activeElement))) await press(page, "/");
  await expect(searchBox(page)).toBeFocused();
  await press(page, "Control+a");
  if (text === "") await press(page, "Delete");
  else await page.keyboard.insertText(text);
}

test("by keys alone on 10,000 tables: scrolled, found, pasted, opened, hashed by a pattern, reviewed, applied", async ({
  page,
  sandbox,
}) => {
  test.slow();
  const id = await sandbox.idOf("large_schema");
  await page.goto(`/connections/${id}/schema`);
  await expect(grid(page)).toBeVisible(LARGE);
  await expectAccessible(page);

  await press(page, "/");
  await expect(searchBox(page)).toBeFocused();
  await press(page, "ArrowDown");
  await expect(focused(page)).toHaveAttribute("aria-level", "1");
  await press(page, "*", "End");
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "10009");
  await expect(focused(page)).toHaveAttribute("aria-rowindex", "10009");
  await expect(focused(page)).toBeInViewport();
  await press(page, "*");
  await expect(grid(page)).not.toHaveAttribute("aria-rowcount", "10009");
  await press(page, "End");
  await expect(focused(page)).toBeInViewport();
  await press(page, "PageUp");
  await expect(focused(page)).toBeInViewport();
  expect(await grid(page).getByRole("row").count(), "few rows are in the document").toBeLessThan(120);

  await find(page, "order_daily_00001");
  await expect(page.getByText("1 match", { exact: true }).first()).toBeVisible();
  await press(page, "ArrowDown", "ArrowDown");
  await expect(focused(page)).toContainText("order_daily_00001");
  await expect(focused(page)).toHaveAttribute("aria-level", "2");
  await press(page, "ArrowRight");
  await expect(focused(page)).toHaveAttribute("aria-expanded", "true");
  await press(page, "ArrowDown");
  await expect(focused(page)).toHaveAttribute("aria-level", "3");
  await expect(focused(page)).toHaveAttribute("aria-setsize", "12");
  await press(page, "c");
  await expect(focused(page)).toContainText("created_at");
  await walk(page, "ArrowRight", grid(page).getByRole("button", { name: "Hash created_at", exact: true }));
  await press(page, "Enter");
  await expect(draft(page)).toContainText("1 change");

  await find(page, "*_at");
  await expect(page.getByText("20,000 matches").first()).toBeVisible();
  await walk(page, "Tab", page.getByRole("button", { name: "Select", exact: true }));
  await press(page, "Enter");
  await expect(page.getByRole("menuitem", { name: "All 20,000 matches" })).toBeFocused();
  await press(page, "Enter");
  await expect(selection(page)).toContainText("20,000 columns selected");
  await walk(page, "Tab", selection(page).getByRole("button", { name: "Hash", exact: true }));
  await press(page, "Enter");
  await expect(draft(page)).toContainText("20,000 changes");

  await find(page, "");
  await walk(page, "Tab", page.getByRole("button", { name: "Paste list" }));
  await press(page, "Enter");
  const names = drawer(page).getByRole("textbox", { name: "Names" });
  await walk(page, "Tab", names);
  await page.keyboard.insertText("public.order_daily_00001\ncustomer_daily_00002\ninvoice_daily_0003\n");
  await expect(drawer(page).getByRole("region", { name: "No match" })).toContainText("invoice_daily_0003");
  await walk(page, "Tab", drawer(page).getByRole("button", { name: "Select the 2 matches" }));
  await press(page, "Enter");
  await expect(selection(page)).toContainText("2 tables selected");
  await walk(page, "Tab", selection(page).getByRole("button", { name: "Stop syncing" }));
  await press(page, "Enter");
  await expect(draft(page)).toContainText("20,002 changes");
  await expectAccessible(page);

  await walk(page, "Tab", draft(page).getByRole("button", { name: "Review changes" }));
  await press(page, "Enter");
  await expect(drawer(page).getByText(/^Read again from Fivetran/)).toBeVisible(LARGE);
  await expectAccessible(page, "aside");
  await walk(page, "Tab", drawer(page).getByRole("button", { name: "Apply 20,002 changes" }));
  await press(page, "Enter");
  await expect(drawer(page).getByText("Done", { exact: true }).first()).toBeVisible(LARGE);
  const answer = (await sandbox.call(
    "GET",
    `/connections/${id}/schemas/public/tables/order_daily_00001/columns`,
  )) as { columns: Record<string, { hashed?: boolean }> };
  expect(answer.columns.created_at?.hashed).toBe(true);
  expect(answer.columns.updated_at?.hashed).toBe(true);
});
