import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { expectNoOverflow, SEEN } from "@/e2e/fixtures/console";
import {
  draft,
  expand,
  hash,
  openSchema,
  searchBox,
  select,
  selection,
  withSelection,
} from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";
import { show, WIDTHS } from "@/e2e/fixtures/views";

/** On a wide screen it stands beside the page, on a narrow one over it. */
const drawer = (page: Page): Locator =>
  page
    .getByRole("complementary")
    .or(page.getByRole("dialog"))
    .filter({ hasNot: page.getByRole("alertdialog") });

const close = async (page: Page) => {
  await drawer(page).getByRole("button", { name: "Close", exact: true }).first().click();
  await expect(drawer(page)).toHaveCount(0);
};

// A dozen looks, each of some seconds on a busy machine.
test.describe.configure({ timeout: 300_000 });

for (const width of WIDTHS) {
  test(`the page, its drawers, dialogs and menus are accessible in both themes at ${width} px`, async ({
    page,
    sandbox,
  }) => {
    /** Axe looks at what is open, and at the page whole where nothing is. */
    const look = async (part?: string) => {
      await expectAccessible(page, part);
      await expectNoOverflow(page);
    };
    const pane = width === 1440 ? "aside" : "[role=dialog]";
    const dismiss = async (question: Locator) => {
      await page.keyboard.press("Escape");
      await expect(question).toHaveCount(0);
    };
    const ask = async (act: string, title: string | RegExp) => {
      await withSelection(page, act);
      const question = page.getByRole("alertdialog", { name: title });
      await expect(question).toBeVisible();
      await look("[role=alertdialog]");
      await dismiss(question);
    };

    const id = await sandbox.idOf("shop_prod");
    await sandbox.call("PATCH", `/connections/${id}/schemas`, {
      schemas: { public: { tables: { users: { columns: { locale: { enabled: false } } } } } },
    });
    await show(page, width);
    await openSchema(page, "shop_prod");
    await searchBox(page).fill("public.newsletter_subscribers");
    await expand(page, "newsletter_subscribers");
    await hash(page, "consent_at").click();
    await select(page, "consent_at");
    await look();
    await selection(page).getByRole("button", { name: "More for the selection" }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await look("[role=menu]");
    await dismiss(page.getByRole("menu"));
    await select(page, "newsletter_subscribers");
    await ask("Re-sync tables", "Re-sync 1 table?");
    await ask("Keep only these", /^Keep only/);
    await selection(page).getByRole("button", { name: "Select none" }).click();

    await page.getByRole("button", { name: /^New schemas, tables and columns: / }).click();
    await look("[role=menu]");
    await page.getByRole("menuitemradio", { name: /^Allow columns/ }).click();
    await expect(draft(page)).toContainText("2 changes");
    await sandbox.call("PATCH", `/connections/${id}/schemas`, {
      schema_change_handling: "BLOCK_ALL",
      schemas: {
        public: { tables: { newsletter_subscribers: { columns: { consent_at: { enabled: false } } } } },
      },
    });
    await draft(page).getByRole("button", { name: "Review changes" }).click();
    await expect(drawer(page).getByText(/^Read again from Fivetran/)).toBeVisible(SEEN);
    await expect(drawer(page).getByRole("region", { name: "Edited elsewhere meanwhile" })).toBeVisible();
    await drawer(page)
      .getByRole("button", { name: /^Requests?$/ })
      .click();
    await look(pane);
    await close(page);

    await page.getByRole("button", { name: "History", exact: true }).click();
    await drawer(page)
      .getByRole("button", { name: /^Edited elsewhere/ })
      .first()
      .click();
    await expect(drawer(page).getByRole("button", { name: "Restore to this" }).first()).toBeVisible();
    await look(pane);
    await close(page);

    await searchBox(page).fill("public.users");
    await expand(page, "users");
    await searchBox(page).fill("public.users.locale");
    await select(page, "locale");
    await ask("Drop columns", "Drop 1 column?");
    await selection(page).getByRole("button", { name: "Select none" }).click();

    await page.getByRole("button", { name: "Paste list" }).click();
    await drawer(page).getByRole("textbox", { name: "Names" }).fill("users\nfeature_flag\nnothing_so");
    await expect(drawer(page).getByRole("region", { name: "No match" })).toBeVisible();
    await look(pane);
    await close(page);

    await page.getByRole("button", { name: "Reload from source" }).click();
    const dialog = page.getByRole("dialog", { name: "Reload from source" });
    await dialog.getByRole("radio", { name: /^Exclude/ }).check();
    await look("[role=dialog]");
    await dismiss(dialog);
    await page
      .getByRole("group", { name: "Show" })
      .getByRole("button", { name: /^Personal/ })
      .click();
    await page.getByRole("button", { name: "Edit names" }).click();
    const lists = page.getByRole("dialog", { name: "Personal data by name" });
    await expect(lists.getByRole("textbox", { name: "Try a name" })).toBeVisible();
    await look("[role=dialog]");
    await dismiss(lists);
  });
}
