import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { expectNoOverflow, noticed, panel, SEEN } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";
import { show } from "@/e2e/fixtures/views";

test.use({ worldOptions: { own: "kept" } });

const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page, name: string) => dialog(page).getByRole("textbox", { name, exact: true });

async function fill(page: Page, name: string, amount: string, unit: string): Promise<void> {
  await page.getByRole("button", { name: "New objective" }).click();
  await field(page, "Name").fill(name);
  await field(page, "Fresh within").fill(amount);
  await dialog(page).getByRole("combobox", { name: "Unit" }).selectOption(unit);
}

async function save(page: Page): Promise<void> {
  await dialog(page)
    .getByRole("button", { name: /^Save (objective|over it)$/ })
    .click();
}

test("objectives are set, kept in order, told everywhere, and no one’s edit is lost", async ({
  page,
  sandbox,
}) => {
  await show(page, 1440);
  await sandbox.onlyWhenAsked("shop_prod");
  await page.goto("/account/objectives");
  await expect(page.getByRole("heading", { name: "Nothing is promised yet" })).toBeVisible();
  await expectAccessible(page);

  await fill(page, "Daily", "0", "days");
  await save(page);
  await expect(dialog(page).getByText("The shortest target is 5 minutes.")).toBeVisible();
  await field(page, "Fresh within").fill("30");
  await field(page, "Goal, %").fill("95");
  await save(page);
  await noticed(page, "Objective saved: Daily");

  await fill(page, "Critical", "5", "minutes");
  await dialog(page)
    .getByRole("radio", { name: /^In working hours/ })
    .check();
  await dialog(page).getByRole("combobox", { name: "Time zone" }).fill("Mars/Olympus");
  const connections = dialog(page).getByRole("group", { name: "Connections" });
  await connections.getByRole("searchbox").fill("shop_prod");
  await connections.getByRole("checkbox", { name: "shop_prod", exact: true }).check();
  await save(page);
  await expect(dialog(page).getByText(/^A time zone is needed/)).toBeVisible();
  await expectAccessible(page);
  await show(page, 390);
  await expectNoOverflow(page);
  await show(page, 1440);
  await dialog(page)
    .getByRole("radio", { name: /^At all times/ })
    .check();
  await save(page);
  await noticed(page, "Objective saved: Critical");

  // The first that fits counts, so the narrow one has to stand above.
  const list = panel(page, "Freshness objectives").getByRole("listitem");
  await expect(list).toHaveText([/^Daily 30 days, 95 %/, /^Critical 5 min, 99 %shop_prod/]);
  await page.getByRole("button", { name: "Actions for objective Critical" }).click();
  await page.getByRole("menuitem", { name: "Move up" }).click();
  await expect(list.first()).toHaveText(/^Critical.*0 of 1/);
  await expectAccessible(page);

  // Another tab changes what is open here: that is said, and nothing typed is lost.
  await page.getByRole("button", { name: "Edit objective Daily" }).click();
  await field(page, "Goal, %").fill("90");
  const other = await page.context().newPage();
  await other.goto("/account/objectives");
  await other.getByRole("button", { name: "Edit objective Daily" }).click();
  await field(other, "Name").fill("Every day");
  await save(other);
  await noticed(other, "Objective saved: Every day");
  await other.close();
  await expect(dialog(page).getByText(/^Someone else changed this objective meanwhile/)).toBeVisible(SEEN);
  await expect(field(page, "Goal, %")).toHaveValue("90");
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await expect(list.last()).toHaveText(/^Every day 30 days, 95 %/);

  // The list holds each against its objective, puts who is late first and finds them.
  await page
    .getByRole("link", { name: /^Connections(, |$)/ })
    .first()
    .click();
  await page.getByRole("button", { name: /^Late/ }).click();
  const grid = page.getByRole("grid", { name: "Connections" });
  const late = grid.getByRole("row").filter({ hasText: "shop_prod" });
  await expect(late).toContainText("of 5 min, late", SEEN);
  const age = page.getByRole("columnheader", { name: "Against objective" });
  await age.getByRole("button").click();
  await expect(age).toHaveAttribute("aria-sort", "ascending");
  await expect(late).toBeVisible();

  await page.getByRole("link", { name: "Overview" }).click();
  const freshness = panel(page, "Freshness");
  await expect(freshness.getByRole("list", { name: "Late now" })).toContainText("shop_prod");
  await freshness.getByRole("link", { name: "shop_prod" }).click();
  await expect(panel(page, "Freshness")).toContainText(/Late for /);
  const breaches = panel(page, "Freshness").getByRole("region", { name: "Breaches" });
  await expect(breaches).toContainText(/to now/);
  await expectAccessible(page);

  // A good sync ends the breach without a reload.
  await sandbox.call("POST", `/connections/${await sandbox.idOf("shop_prod")}/sync`, {});
  await sandbox.endSync("shop_prod", { outcome: "succeeded" });
  await expect(panel(page, "Freshness")).toContainText("On time; late in", SEEN);
  await expect(breaches).not.toContainText("to now");

  await page.goto("/account/objectives");
  await page.getByRole("button", { name: "Actions for objective Critical" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete objective" }).click();
  await noticed(page, "Objective deleted: Critical");
  await expect(list).toHaveText([/^Every day/]);
});
