import type { Page } from "@playwright/test";
import {
  draft,
  drawer,
  expand,
  grid,
  hash,
  openSchema,
  row,
  searchBox,
  select,
  selection,
  sync,
  withSelection,
} from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";

const chip = (page: Page, name: string) =>
  page.getByRole("group", { name: "Show" }).getByRole("button", { name: new RegExp(`^${name}`) });

test("found by text, path, glob and expression, as typed, with counts and in the address", async ({
  page,
  sandbox: _,
}) => {
  await openSchema(page, "shop_prod");
  await page.keyboard.press("/");
  await expect(searchBox(page)).toBeFocused();
  await page.keyboard.type("newsletter");
  await expect(page.getByText("1 match", { exact: true }).first()).toBeVisible();
  await expect(row(page, "newsletter_subscribers")).toBeVisible();
  await expect(row(page, "users")).toHaveCount(0);
  await expect(page).toHaveURL(/newsletter/);

  await expand(page, "newsletter_subscribers");
  await hash(page, "consent_at").click();
  await expect(draft(page).getByText(/^saved/)).toBeVisible();
  await expect(hash(page, "consent_at"), "what was opened stays open when the draft is saved").toBeVisible();

  await searchBox(page).fill("public.users.email");
  await expect(row(page, "email")).toBeVisible();
  await expect(row(page, "users")).toBeVisible();

  await searchBox(page).fill("invoice*");
  await expect(row(page, "invoices")).toBeVisible();
  await expect(row(page, "invoice_lines")).toBeVisible();
  await expect(page.getByText("2 matches", { exact: true }).first()).toBeVisible();

  await searchBox(page).fill("/^(kunden|customers)$/");
  await expect(row(page, "kunden")).toBeVisible();
  await expect(row(page, "customers").first()).toBeVisible();

  await searchBox(page).fill("/(/");
  await expect(searchBox(page)).toHaveAttribute("aria-invalid", "true");
  await searchBox(page).fill("nothing-is-called-so");
  await expect(page.getByText("0 matches").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(searchBox(page)).toHaveValue("");
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
  await page.getByRole("button", { name: "Paste list" }).click();
  const pasted = drawer(page);
  await pasted
    .getByRole("textbox", { name: "Names" })
    .fill("public.users\nshipments\nfeature_flag\nno_such_thing_at_all\n");
  await expect(pasted.getByRole("region", { name: "Matches" })).toContainText("2 matches");
  const missed = pasted.getByRole("region", { name: "No match" });
  await expect(missed).toContainText("no_such_thing_at_all");
  await expect(missed).toContainText("nothing like it");
  await missed.getByRole("button", { name: "Take public.feature_flags for feature_flag" }).click();
  await pasted.getByRole("button", { name: "Select the 3 matches" }).click();
  await expect(selection(page)).toContainText("3 tables selected");
  await withSelection(page, "Keep only these");
  const question = page.getByRole("alertdialog", { name: /^Keep only 3 tables/ });
  await question.getByRole("button", { name: /^Turn/ }).click();
  await expect(draft(page)).toContainText(/\d+ changes/);
  await expect(sync(page, "users")).toBeChecked();
  await expect(sync(page, "feature_flags")).toBeChecked();
  await expect(sync(page, "shipments")).toBeChecked();
  await expect(sync(page, "carts")).not.toBeChecked();
});

test("all by Ctrl+A: edited in one step, taken back in one", async ({ page, sandbox: _ }) => {
  await openSchema(page, "zendesk_support");
  await expand(page, "zendesk");
  await select(page, "ticket");
  await expect(grid(page).getByRole("row", { selected: true })).toHaveCount(1);
  await page.keyboard.press("Control+a");
  await expect(selection(page)).toContainText(/22 tables/);
  await selection(page).getByRole("button", { name: "Stop syncing" }).click();
  await expect(draft(page)).toContainText(/2[23] changes/);
  await draft(page).getByRole("button", { name: /^Undo/ }).click();
  await expect(draft(page)).toContainText("No changes");
});

test("what counts as personal: marked with its reason, added to, tried, taken away, for every tab", async ({
  page,
  context,
  sandbox,
}) => {
  await sandbox.call("PATCH", `/connections/${await sandbox.idOf("shop_prod")}/schemas`, {
    schemas: {
      public: { tables: { users: { columns: { last_name: { enabled: true, hashed: false } } } } },
    },
  });
  await openSchema(page, "shop_prod");
  await expand(page, "public");
  await expand(page, "users");
  await expect(row(page, "last_name")).toContainText(/Looks personal/);
  await expect(row(page, "locale")).not.toContainText(/Looks personal/);
  const second = await context.newPage();
  await second.goto(page.url());

  await chip(page, "Personal").click();
  const lists = page.getByRole("dialog", { name: "Personal data by name" });
  const edit = async (pattern: string, holds: string) => {
    await lists.getByRole("textbox", { name: "Name or pattern" }).fill(pattern);
    await lists.getByRole("combobox", { name: "Holds" }).selectOption({ label: holds });
    await lists.getByRole("button", { name: "Add" }).click();
  };
  await page.getByRole("button", { name: "Edit names" }).click();
  await edit("users.locale", "location");
  await edit("last_name", "nothing personal");
  await expect(lists.getByRole("list", { name: "Entries" }).getByRole("listitem")).toHaveCount(2);
  await lists.getByRole("textbox", { name: "Try a name" }).fill("users.locale");
  await expect(lists.getByText(/^Looks personal: location/)).toBeVisible();
  await lists.getByRole("button", { name: "Save" }).click();
  await expect(lists).toHaveCount(0);
  await expect(row(page, "locale")).toContainText(/Looks personal/);
  await expect(row(page, "last_name")).toHaveCount(0);

  await second.reload();
  await expand(second, "public");
  await expand(second, "users");
  await expect(row(second, "locale")).toContainText(/Looks personal/);
  await page.getByRole("button", { name: "Edit names" }).click();
  for (const name of ["users.locale", "last_name"])
    await lists.getByRole("button", { name: `Remove ${name}` }).click();
  await lists.getByRole("button", { name: "Save" }).click();
  await expect(row(page, "last_name")).toBeVisible();
});
