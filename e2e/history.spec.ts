import { expectAccessible } from "@/e2e/fixtures/accessible";
import { expectNoOverflow, openConnection, panel, SEEN } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";

test("the history says what changed, whose doing it was and when nobody looked", async ({
  page,
  sandbox,
}) => {
  const { id } = await sandbox.connection("feature_flags");
  await openConnection(page, "feature_flags");
  await sandbox.call("PATCH", `/connections/${id}`, { sync_frequency: 60, run_setup_tests: false });

  const strip = panel(page, "Last 14 days");
  await expect(strip.getByRole("img", { name: /^Health over 14 days: .*Not observed/ })).toBeVisible(SEEN);
  await strip.getByRole("button", { name: "Show as table" }).click();
  await expect(strip.getByRole("row", { name: /Not observed/ }).first()).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "History", exact: true }).click();
  const change = page.getByRole("button", { name: /sync_frequency: 720 to 60/ });
  await expect(change).toBeVisible(SEEN);
  await expect(change).toContainText("elsewhere");
  // Syncs that come in meanwhile move the line away under the pointer.
  await expect(async () => {
    await change.click({ timeout: 5_000 });
    await expect(page.getByRole("row", { name: "sync_frequency 720 60" })).toBeVisible({ timeout: 5_000 });
  }).toPass(SEEN);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("table")).toHaveCount(0);

  await page.getByRole("combobox", { name: "Time zone" }).selectOption("Europe/Berlin");
  await expect(page.getByRole("heading", { level: 2, name: /^Today, .*UTC\+[12]$/ })).toBeVisible();
  await page.getByRole("combobox", { name: "Range of time" }).selectOption("24h");
  await expect(page).toHaveURL(/range=24h/);
  await page.getByRole("button", { name: "Schema", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Nothing of that kind" })).toBeVisible(SEEN);
  await expectNoOverflow(page);
  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await expect(change).toBeVisible(SEEN);
});
