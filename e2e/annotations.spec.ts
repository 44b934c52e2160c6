import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { expectNoOverflow, noticed, panel, SEEN } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";
import { show } from "@/e2e/fixtures/views";

test.use({ worldOptions: { own: "kept" } });

const field = (page: Page, name: string) => panel(page, "About").getByRole("textbox", { name, exact: true });
const edit = (page: Page) => panel(page, "About").getByRole("button", { name: "Edit" }).click();
const save = (page: Page) => panel(page, "About").getByRole("button", { name: "Save" }).click();

test("tags, owners, notes and a runbook are said of a connection, found by, told everywhere and never lost", async ({
  page,
  sandbox,
}) => {
  await show(page, 1440);
  const path = `/connections/${await sandbox.idOf("shop_prod")}`;
  await page.goto(path);
  const about = panel(page, "About");
  await expect(about).toContainText("No tags, owners, notes or runbook yet.", SEEN);
  const other = await page.context().newPage();
  await other.goto(path);
  await expect(panel(other, "About")).toContainText("No tags", SEEN);
  await edit(other);
  await field(other, "Tags").fill("night");
  await field(other, "Notes").fill("Ask Bo");

  await edit(page);
  await field(page, "Tags").fill("Finance, critical, finance");
  await field(page, "Owners").fill("Ada Byron");
  await field(page, "Runbook").fill("wiki/shop");
  await field(page, "Notes").fill("Ask Ada");
  await save(page);
  await expect(about.getByText(/^A full address is needed/)).toBeVisible();
  await expectAccessible(page);
  await show(page, 390);
  await expectNoOverflow(page);
  await show(page, 1440);
  await field(page, "Runbook").fill("https://wiki.example.com/shop");
  await save(page);
  await noticed(page, "Saved shop_prod");
  await expect(about.getByRole("link", { name: /^wiki\.example\.com\/shop/ })).toHaveAttribute(
    "href",
    "https://wiki.example.com/shop",
  );
  await expect(panel(page, "History")).toContainText("Tags, owners, notes and runbook link changed", SEEN);
  await expectAccessible(page);

  // The other tab began before: both are put together, and what clashes is said.
  await expect(panel(other, "History")).toContainText("Tags, owners, notes", SEEN);
  await save(other);
  await expect(panel(other, "About").getByText(/^Saved meanwhile by/)).toBeVisible(SEEN);
  await expect(field(other, "Tags")).toHaveValue("finance, critical, night");
  await expect(field(other, "Owners")).toHaveValue("Ada Byron");
  await expect(field(other, "Notes")).toHaveValue("Ask Bo");
  await panel(other, "About").getByRole("button", { name: "Take their notes" }).click();
  await expect(field(other, "Notes")).toHaveValue("Ask Ada");
  await expectAccessible(other);
  await save(other);
  await noticed(other, "Saved shop_prod");
  await other.close();

  // Without a reload here.
  await expect(about.getByRole("link", { name: "night" })).toBeVisible(SEEN);
  await about.getByRole("link", { name: "night" }).click();
  await expect(page.getByRole("button", { name: "Remove tag: night" })).toBeVisible(SEEN);
  const rows = page.getByRole("grid", { name: "Connections" }).getByRole("row");
  await expect(rows).toHaveCount(2, SEEN);
  await expect(rows.last()).toContainText("shop_prod");
  await expect(rows.last()).toContainText("finance");
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download CSV" }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toContain('"finance, critical, night",Ada Byron');
});
