import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { expectNoOverflow } from "@/e2e/fixtures/console";
import { draft, drawer, grid } from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";
import { nameOf, show, VIEWS } from "@/e2e/fixtures/views";

test.use({ worldOptions: { sandbox: ["--tables", "2000", "--columns", "50"] } });

const focused = (page: Page) => page.locator(":focus");
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

async function openLarge(page: Page, id: string): Promise<void> {
  await page.goto(`/connections/${id}/schema`);
  await expect(grid(page)).toBeVisible({ timeout: 60_000 });
}

test("by keys alone on 2,000 tables: found, opened, hashed, selected, stopped, reviewed, applied", async ({
  page,
  sandbox,
}) => {
  const id = await sandbox.idOf("large_schema");
  await openLarge(page, id);
  await press(page, "/");
  await page.keyboard.type("order_daily_00001");
  await press(page, "ArrowDown");
  await expect(focused(page)).toHaveRole("row");
  await expect(focused(page)).toHaveAttribute("aria-level", "1");
  await press(page, "ArrowDown");
  await expect(focused(page)).toContainText("order_daily_00001");
  await expect(focused(page)).toHaveAttribute("aria-level", "2");
  await press(page, "ArrowRight");
  await expect(focused(page)).toHaveAttribute("aria-expanded", "true");
  await press(page, "ArrowDown");
  await expect(focused(page)).toHaveAttribute("aria-level", "3");
  await expect(focused(page)).toHaveAttribute("aria-setsize", "50");
  await press(page, "c");
  await expect(focused(page)).toContainText("created_at");
  for (let stop = 0; stop < 8; stop += 1) {
    if (/^Hash /.test((await focused(page).getAttribute("aria-label")) ?? "")) break;
    await press(page, "ArrowRight");
  }
  await expect(focused(page)).toHaveAccessibleName("Hash created_at");
  await press(page, "Enter");
  await expect(draft(page)).toContainText("1 change");
  for (let back = 0; back < 8; back += 1) {
    if ((await focused(page).getAttribute("role")) === "row") break;
    await press(page, "ArrowLeft");
  }
  await press(page, "Space", "Shift+ArrowDown", "Shift+ArrowDown");
  await expect(grid(page).getByRole("row", { selected: true })).toHaveCount(3);
  await press(page, "ArrowLeft");
  await expect(focused(page)).toHaveAttribute("aria-level", "2");
  await press(page, "ArrowLeft");
  await expect(focused(page)).toHaveAttribute("aria-expanded", "false");
  await press(page, "End");
  const last = await grid(page).getAttribute("aria-rowcount");
  await expect(focused(page)).toHaveAttribute("aria-rowindex", last ?? "");
  await press(page, "Home");
  await expect(focused(page)).toHaveAttribute("aria-rowindex", "2");

  for (let stop = 0; stop < 30; stop += 1) {
    await press(page, "Tab");
    if ((await focused(page).textContent())?.trim() === "Review changes") break;
  }
  await expect(focused(page)).toHaveText("Review changes");
  await press(page, "Enter");
  await expect(drawer(page).getByText(/^Read again from Fivetran/)).toBeVisible({ timeout: 60_000 });
  for (let stop = 0; stop < 30; stop += 1) {
    await press(page, "Tab");
    if (/^Apply 1 change$/.test((await focused(page).textContent())?.trim() ?? "")) break;
  }
  await press(page, "Enter");
  await expect(drawer(page).getByText("Done", { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  const answer = (await sandbox.call(
    "GET",
    `/connections/${id}/schemas/public/tables/order_daily_00001/columns`,
  )) as {
    columns: Record<string, { hashed?: boolean }>;
  };
  expect(answer.columns.created_at?.hashed).toBe(true);
});

test("100,000 columns stay few in the document, wherever it is scrolled, all of them open", async ({
  page,
  sandbox,
}) => {
  await openLarge(page, await sandbox.idOf("large_schema"));
  await press(page, "/");
  await press(page, "ArrowDown");
  await press(page, "*");
  await press(page, "End");
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "2009");
  await expect(focused(page)).toHaveAttribute("aria-rowindex", "2009");
  await expect(focused(page)).toBeInViewport();
  expect(await grid(page).getByRole("row").count()).toBeLessThan(120);
  await press(page, "*");
  await expect(grid(page)).not.toHaveAttribute("aria-rowcount", "2009");
  await press(page, "End");
  await expect(focused(page)).toBeInViewport();
  expect(await grid(page).getByRole("row").count()).toBeLessThan(120);
  await press(page, "PageUp");
  await expect(focused(page)).toBeInViewport();
});

for (const view of VIEWS) {
  test(`page, drawers, dialogs and menus are accessible: ${nameOf(view)}`, async ({ page, sandbox }) => {
    await show(page, view);
    await openLarge(page, await sandbox.idOf("large_schema"));
    await page
      .getByRole("textbox", { name: "Find schemas, tables and columns" })
      .fill("order_daily_00001.email");
    await expect(grid(page).getByRole("checkbox", { name: "Select email", exact: true })).toBeVisible();
    await expectAccessible(page);
    await expectNoOverflow(page);
    const one = grid(page).getByRole("row").filter({ hasText: "email" });
    await one.getByRole("button", { name: "Hash email" }).click();
    await one.getByRole("checkbox", { name: "Select email" }).check();
    await expectAccessible(page);
    await page.getByRole("button", { name: "More for the selection" }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Select none" }).click();
    await draft(page).getByRole("button", { name: "Review changes" }).click();
    await expect(page.getByText(/^Read again from Fivetran/)).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
    await expectNoOverflow(page);
    await page.getByRole("button", { name: "Close" }).first().click();
    await page.getByRole("button", { name: "History", exact: true }).click();
    await expect(page.getByRole("heading", { name: "History of the schema" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Close" }).first().click();
    await page.getByRole("button", { name: "Reload from source" }).click();
    await expect(page.getByRole("dialog", { name: "Reload from source" })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
  });
}
