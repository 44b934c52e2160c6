import type { Page } from "@playwright/test";
import { draft, expand, grid, openSchema, row, select, sync } from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";

const box = (page: Page) => page.getByRole("textbox", { name: "Find schemas, tables and columns" });
const chip = (page: Page, name: string) =>
  page.getByRole("group", { name: "Show" }).getByRole("button", { name: new RegExp(`^${name}`) });

test("found by text, path, glob and expression, as typed, with counts and in the address", async ({
  page,
  sandbox: _,
}) => {
  await openSchema(page, "shop_prod");
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("newsletter");
  await expect(page.getByText("1 match", { exact: true }).first()).toBeVisible();
  await expect(row(page, "newsletter_subscribers")).toBeVisible();
  await expect(row(page, "users")).toHaveCount(0);
  await expect(page).toHaveURL(/newsletter/);

  await box(page).fill("public.users.email");
  await expect(row(page, "email")).toBeVisible();
  await expect(row(page, "users")).toBeVisible();

  await box(page).fill("invoice*");
  await expect(row(page, "invoices")).toBeVisible();
  await expect(row(page, "invoice_lines")).toBeVisible();
  await expect(page.getByText("2 matches", { exact: true }).first()).toBeVisible();

  await box(page).fill("/^(kunden|customers)$/");
  await expect(row(page, "kunden")).toBeVisible();
  await expect(row(page, "customers").first()).toBeVisible();

  await box(page).fill("/(/");
  await expect(box(page)).toHaveAttribute("aria-invalid", "true");
  await box(page).fill("nothing-is-called-so");
  await expect(page.getByText("0 matches").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(box(page)).toHaveValue("");
  await expect(row(page, "public")).toBeVisible();
});

test("filters with counts: one at a time, kept in the address over a reload and a way back", async ({
  page,
  sandbox: _,
}) => {
  await openSchema(page, "shop_prod");
  await chip(page, "Locked").click();
  await expect(chip(page, "Locked")).toHaveAttribute("aria-pressed", "true");
  await expect(row(page, "_fivetran_heartbeat")).toBeVisible();
  await expect(row(page, "product_variants")).toHaveCount(0);
  await page.reload();
  await expect(chip(page, "Locked")).toHaveAttribute("aria-pressed", "true");
  await expect(row(page, "schema_migrations")).toBeVisible();

  await chip(page, "Hashed").click();
  await expect(row(page, "users")).toBeVisible();
  await expect(row(page, "password_hash")).toBeVisible();
  await chip(page, "All").click();
  await expand(page, "public");
  await sync(page, "feature_flags").click();
  await expect(chip(page, "Changed")).toContainText("1");
  await chip(page, "Changed").click();
  await expect(row(page, "feature_flags")).toBeVisible();
  await expect(row(page, "carts")).toHaveCount(0);
});

test("a pasted list: what matches, what is near, what is missing; and only these are kept", async ({
  page,
  sandbox: _,
}) => {
  await openSchema(page, "shop_prod");
  await page.getByRole("button", { name: /^Paste/ }).click();
  const dialog = page.getByRole("dialog").or(page.getByRole("complementary"));
  await dialog.getByRole("textbox").fill("public.users\nshipments\nfeature_flag\nno_such_thing_at_all\n");
  await expect(dialog).toContainText(/2 .*match/);
  await expect(dialog).toContainText("feature_flags");
  await expect(dialog).toContainText("no_such_thing_at_all");
  await dialog
    .getByRole("button", { name: /^Select/ })
    .first()
    .click();
  const selection = page.getByRole("region", { name: "Selection" });
  await expect(selection).toContainText("2 tables selected");
  await selection.getByRole("button", { name: "More for the selection" }).click();
  await page.getByRole("menuitem", { name: "Keep only these" }).click();
  const question = page.getByRole("alertdialog", { name: /^Keep only 2 tables/ });
  await question.getByRole("button", { name: /^Turn/ }).click();
  await expect(draft(page)).toContainText(/\d+ changes/);
  await expand(page, "public").catch(() => {});
  await expect(sync(page, "users")).toBeChecked();
  await expect(sync(page, "shipments")).toBeChecked();
  await expect(sync(page, "carts")).not.toBeChecked();
});

test("ranges by Shift, all by Ctrl+A: edited in one step", async ({ page, sandbox: _ }) => {
  await openSchema(page, "zendesk_support");
  await expand(page, "zendesk");
  await select(page, "ticket");
  const rows = grid(page).getByRole("row", { selected: true });
  await expect(rows).toHaveCount(1);
  await page.keyboard.press("Control+a");
  const selection = page.getByRole("region", { name: "Selection" });
  await expect(selection).toContainText(/22 tables/);
  await selection.getByRole("button", { name: "Stop syncing" }).click();
  await expect(draft(page)).toContainText(/2[23] changes/);
  await draft(page).getByRole("button", { name: /^Undo/ }).click();
  await expect(draft(page)).toContainText("No changes");
});
