import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { expectNoOverflow } from "@/e2e/fixtures/console";
import {
  draft,
  drawer,
  expand,
  hash,
  openHistory,
  openSchema,
  review,
  searchBox,
  select,
  selection,
  withSelection,
} from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";
import { nameOf, show, VIEWS } from "@/e2e/fixtures/views";

const close = (page: Page) => drawer(page).getByRole("button", { name: "Close" }).first().click();

/** Axe looks at what is open, and at the page whole where nothing is. */
async function look(page: Page, part?: string): Promise<void> {
  await expectAccessible(page, part);
  await expectNoOverflow(page);
}

for (const view of VIEWS) {
  test(`page, drawers, dialogs and menus are accessible: ${nameOf(view)}`, async ({ page, sandbox }) => {
    test.slow();
    const id = await sandbox.idOf("shop_prod");
    await show(page, view);
    await openSchema(page, "shop_prod");
    await searchBox(page).fill("public.newsletter_subscribers");
    await expand(page, "newsletter_subscribers");
    await hash(page, "consent_at").click();
    await select(page, "consent_at");
    await look(page);
    await page.getByRole("button", { name: "More for the selection" }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await look(page, "[role=menu]");
    await page.keyboard.press("Escape");
    await select(page, "newsletter_subscribers");
    await withSelection(page, "Re-sync tables");
    await expect(page.getByRole("alertdialog", { name: "Re-sync 1 table?" })).toBeVisible();
    await look(page, "[role=alertdialog]");
    await page.keyboard.press("Escape");
    await withSelection(page, "Keep only these");
    await expect(page.getByRole("alertdialog", { name: /^Keep only/ })).toBeVisible();
    await look(page, "[role=alertdialog]");
    await page.keyboard.press("Escape");
    await selection(page).getByRole("button", { name: "Select none" }).click();

    await page.getByRole("button", { name: /^New schemas, tables and columns: / }).click();
    await look(page, "[role=menu]");
    await page.getByRole("menuitemradio", { name: /^Allow columns/ }).click();
    await expect(draft(page)).toContainText("2 changes");
    await sandbox.call("PATCH", `/connections/${id}/schemas`, {
      schema_change_handling: "BLOCK_ALL",
      schemas: {
        public: {
          tables: {
            carts: { enabled: false },
            newsletter_subscribers: { columns: { consent_at: { enabled: false } } },
          },
        },
      },
    });
    const drawn = await review(page);
    await expect(drawn.getByRole("region", { name: "Edited elsewhere meanwhile" })).toBeVisible();
    await drawn.getByRole("button", { name: /^Requests?$/ }).click();
    await look(page, "aside");
    await close(page);

    await searchBox(page).fill("public.newsletter_subscribers.consent_at");
    await select(page, "consent_at");
    await withSelection(page, "Drop columns");
    await expect(page.getByRole("alertdialog", { name: "Drop 1 column?" })).toBeVisible();
    await look(page, "[role=alertdialog]");
    await page.keyboard.press("Escape");
    await selection(page).getByRole("button", { name: "Select none" }).click();

    await openHistory(page);
    await drawer(page)
      .getByRole("button", { name: /^Edited elsewhere/ })
      .first()
      .click();
    await expect(drawer(page).getByRole("button", { name: "Restore to this" }).first()).toBeVisible();
    await look(page, "aside");
    await close(page);

    await page.getByRole("button", { name: "Paste list" }).click();
    await drawer(page).getByRole("textbox", { name: "Names" }).fill("users\nfeature_flag\nnothing_so");
    await expect(drawer(page).getByRole("region", { name: "No match" })).toBeVisible();
    await look(page, "aside");
    await close(page);

    await page.getByRole("button", { name: "Reload from source" }).click();
    const dialog = page.getByRole("dialog", { name: "Reload from source" });
    await dialog.getByRole("radio", { name: /^Exclude/ }).check();
    await look(page, "[role=dialog]");
    await page.keyboard.press("Escape");
    await page
      .getByRole("group", { name: "Show" })
      .getByRole("button", { name: /^Personal/ })
      .click();
    await page.getByRole("button", { name: "Edit names" }).click();
    await expect(page.getByRole("dialog", { name: "Personal data by name" })).toBeVisible();
    await look(page, "[role=dialog]");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
}
