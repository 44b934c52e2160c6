import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import {
  chooseMore,
  expectNoOverflow,
  noticed,
  openConnection,
  panel,
  runTests,
  SEEN,
  toConnections,
} from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";
import { show, WIDTHS } from "@/e2e/fixtures/views";

async function expectFine(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoOverflow(page);
}

// Dozens of looks at whole pages, each of some seconds on a busy machine.
test.describe.configure({ timeout: 300_000 });

for (const width of WIDTHS) {
  test(`axe finds nothing on pages, menus, questions and forms: ${width} px`, async ({ page, sandbox }) => {
    await show(page, width);
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 2, name: "Needs a person" })).toBeVisible();
    await expect(page.getByRole("region", { name: /^Changed/ }).getByRole("status")).toHaveCount(0);
    await expectFine(page);
    await page.getByRole("button", { name: "Theme" }).click();
    await expect(page.getByRole("menu", { name: "Theme" })).toBeVisible();
    await expectAccessible(page, "[role=menu]");
    await page.keyboard.press("Escape");

    await toConnections(page);
    await expectFine(page);
    await page.getByRole("button", { name: "Filter by health" }).click();
    await page.getByRole("menuitemcheckbox", { name: /^Broken/ }).click();
    await expectAccessible(page, "[role=menu]");
    await page.keyboard.press("Escape");
    await page.getByRole("searchbox", { name: "Filter connections" }).fill("no such name");
    await expect(page.getByRole("heading", { name: /^Nothing matches/ })).toBeVisible();
    await expectFine(page);
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.getByRole("button", { name: /^Group rows/ }).click();
    await page.getByRole("menuitemradio", { name: "Destination" }).click();
    await expect(page.getByRole("treegrid", { name: "Connections" })).toBeVisible();
    await expectFine(page);
    await page.getByRole("button", { name: /^Group rows/ }).click();
    await page.getByRole("menuitemradio", { name: "No groups" }).click();

    await openConnection(page, "billing_prod");
    await runTests(page);
    const tests = panel(page, "Setup tests");
    await expect(tests.getByRole("heading", { name: /^Unknown SSH host key/ })).toBeVisible(SEEN);
    await tests.getByRole("textbox").fill("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    await panel(page, "Schedule").getByRole("button", { name: "Change" }).click();
    await page.getByRole("combobox", { name: "Frequency" }).selectOption("1440");
    await page.getByRole("combobox", { name: "Daily time" }).selectOption("09:00");
    await panel(page, "Approved keys").getByRole("button", { name: "Show" }).click();
    await expect(panel(page, "Approved keys").getByRole("button", { name: /^Revoke/ })).toBeVisible();
    await expectFine(page);
    await page.getByRole("button", { name: "More for billing_prod" }).click();
    await expect(page.getByRole("menuitem", { name: "Delete connection" })).toBeVisible();
    await expectAccessible(page, "[role=menu]");
    await page.keyboard.press("Escape");

    for (const act of ["Force sync", "Re-sync everything", "Delete connection"]) {
      await chooseMore(page, "billing_prod", act);
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectAccessible(page, "[role=alertdialog]");
      await page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click();
      await expect(page.getByRole("alertdialog")).toHaveCount(0);
    }

    await sandbox.fault(
      { kind: "error", status: 409, code: "Conflict", message: "Somebody else is at it" },
      { operation: "delete_connection" },
    );
    await chooseMore(page, "billing_prod", "Delete connection");
    const question = page.getByRole("alertdialog");
    await question.getByRole("textbox").fill("billing_prod");
    await question.getByRole("button", { name: "Delete connection" }).click();
    await expect(question.getByRole("alert")).toContainText("Somebody else is at it");
    await expectAccessible(page);
    await question.getByRole("button", { name: "Cancel" }).click();

    await page.goto("/account");
    await expect(page.getByRole("heading", { level: 2, name: "Account and key" })).toBeVisible();
    await expectFine(page);
    await page.goto("/nowhere");
    await expect(page.getByRole("heading", { level: 1, name: "There is no such page" })).toBeVisible();
    await expectFine(page);
  });

  test(`axe finds nothing while Fivetran fails: ${width} px`, async ({ page, sandbox }) => {
    await show(page, width);
    await openConnection(page, "pricing_feed");
    await sandbox.fault({ kind: "lost_answer" }, { operation: "modify_connection" });
    await page.getByRole("button", { name: "Pause", exact: true }).click();
    await expect(page.getByRole("alert").filter({ hasText: "is not known" })).toBeVisible(SEEN);
    await expectAccessible(page);
    await noticed(page, "Outcome not known pricing_feed");
    const conditions = page.getByRole("region", { name: "What holds for every page" });
    await sandbox.fault({ kind: "rate_limit", retry_after: "seconds", seconds: 6 }, {}, { times: 1 });
    await expect(conditions.getByText(/^API budget is used up until/)).toBeVisible(SEEN);
    await expectFine(page);
    await sandbox.fault({ kind: "error", status: 503, code: "Unavailable", message: "Down" });
    await expect(conditions.getByText(/^No answer from Fivetran for/)).toBeVisible(SEEN);
    await expectFine(page);
    await sandbox.fault({ kind: "error", status: 401, code: "AuthFailed", message: "No" });
    await page.getByRole("button", { name: "Try now" }).click();
    await expect(conditions.getByText(/^Fivetran refused our key at/)).toBeVisible(SEEN);
    await expectFine(page);
  });
}

test("a theme that was chosen stays over a reload, without a flash of the other", async ({
  page,
  sandbox: _,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const drawn = await (await page.request.get("/")).text();
  expect(drawn).toContain('data-theme="dark"');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitemradio", { name: "As the system" }).click();
  await expect.poll(ground).not.toBe(dark);
});
