import { readFile } from "node:fs/promises";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { expectNoOverflow, panel, SEEN, withoutReload } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";

test("the fleet over time is read by keys, as a table and as a file, and a failure comes in by itself", async ({
  page,
  sandbox,
}) => {
  await sandbox.onlyWhenAsked("shop_prod");
  await page.goto("/");
  const timeline = panel(page, "Timeline");
  const picture = timeline.getByRole("application", { name: "Syncs over time" });
  const failures = async () =>
    Number(/ended, (\d+) failed/.exec((await timeline.textContent()) ?? "")?.[1] ?? 0);
  await expect(timeline).toContainText(/\d+ syncs? ended, /, SEEN);
  await expect(picture).toBeVisible();
  await expectAccessible(page);

  const before = await failures();
  await withoutReload(page, async () => {
    const id = await sandbox.idOf("shop_prod");
    await sandbox.call("POST", `/connections/${id}/sync`, { force: true });
    await sandbox.endSync("shop_prod", { outcome: "failed" });
    await expect.poll(failures, SEEN).toBeGreaterThan(before);
  });

  await timeline.getByRole("combobox", { name: "Rows" }).selectOption("service");
  await timeline.getByRole("button", { name: /^PostgreSQL 2/ }).click();
  await expect(timeline.getByRole("link", { name: /shop_prod/ })).toBeVisible();
  await picture.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(timeline.getByRole("status")).toHaveText(
    /^\S+: (Synced|Failed|Running|Nobody looked|Next sync|no sync at) .*UTC/,
  );
  await page.keyboard.press("+");
  await expect(page).toHaveURL(/range=20/);
  await page.keyboard.press("End");
  await expect(page).not.toHaveURL(/range=/);
  await expect(page).toHaveURL(/by=service/);

  await timeline.getByRole("combobox", { name: "Time zone" }).selectOption("Europe/Berlin");
  await timeline.getByRole("button", { name: "Show as table" }).click();
  await expect(timeline.getByRole("row", { name: /UTC\+[12] PostgreSQL \d+ [1-9]/ }).first()).toBeVisible();
  await expectNoOverflow(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    timeline.getByRole("button", { name: "Download CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^timeline-.*\.csv$/);
  expect(await readFile(await file.path(), "utf8")).toContain("not observed");

  await timeline.getByRole("button", { name: "Show as table" }).click();
  await picture.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/connections\/\w+$/);

  const durations = panel(page, "Durations and failures");
  await expect(durations.getByRole("img", { name: /^Duration of syncs: / })).toBeVisible(SEEN);
  await expect(durations.getByRole("img", { name: /^Failure rate: / })).toBeVisible();
  await durations.getByRole("button", { name: "Show as table" }).click();
  await expect(durations.getByRole("region", { name: "Durations as a table" })).toBeVisible();
  const weeks = panel(page, "13 weeks");
  await expect(weeks.getByRole("img", { name: /days: syncs failed on \d/ })).toBeVisible();
  await weeks.getByRole("button", { name: "Show as table" }).click();
  await expect(weeks.getByRole("region", { name: "Days as a table" }).getByRole("row").nth(1)).toBeVisible();
  await expectNoOverflow(page);
});
