import { apply, draft, expand, expectNoDraft, grid, openSchema, review } from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";

test.use({ worldOptions: { sandbox: ["--tables", "1", "--columns", "20000"] } });

test("one table of 20,000 columns opens, is searched as typed, scrolls to its end, and is hashed as a whole", async ({
  page,
  sandbox: _,
}) => {
  await openSchema(page, "large_schema");
  await expand(page, "public");
  await expand(page, "order_daily_00001");
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "20003", { timeout: 60_000 });
  expect(await grid(page).getByRole("row").count()).toBeLessThan(120);
  await page.keyboard.press("End");
  await expect(page.locator(":focus")).toHaveAttribute("aria-rowindex", "20003");
  await expect(page.locator(":focus")).toBeInViewport();
  await page.getByRole("textbox", { name: "Find schemas, tables and columns" }).fill("*_region_*");
  await expect(page.getByText(/[\d,]+ matches/).first()).toBeVisible();
  await page.getByRole("button", { name: "Select", exact: true }).click();
  await page.getByRole("menuitem", { name: /^All [\d,]+ matches/ }).click();
  await page
    .getByRole("region", { name: "Selection" })
    .getByRole("button", { name: "Hash", exact: true })
    .click();
  await expect(draft(page)).toContainText(/[\d,]+ changes/);
  await review(page);
  await apply(page);
  await expectNoDraft(page);
});
