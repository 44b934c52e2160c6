import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { expectNoOverflow, SEEN } from "@/e2e/fixtures/console";
import { tabOnto, tabTo } from "@/e2e/fixtures/keys";
import { expect, test } from "@/e2e/fixtures/test";
import { show, WIDTHS } from "@/e2e/fixtures/views";
import { atStep, hostKeyOf, tests } from "@/e2e/fixtures/wizard";

test.use({ worldOptions: { own: "wizard" } });
// Some sixty looks of axe, each of a second on a busy machine.
test.describe.configure({ timeout: 420_000 });

/** axe finds nothing in either theme, and nothing is too wide, on a desk and on a phone; the keyboard stays put. */
async function lookFine(page: Page): Promise<void> {
  for (const width of WIDTHS.toReversed()) {
    await show(page, width);
    await expectAccessible(page);
    await expectNoOverflow(page);
  }
}

async function press(page: Page, name: RegExp): Promise<void> {
  await expect(page.getByRole("button", { name }).last()).toBeVisible(SEEN);
  await tabTo(page, name, 80);
  await page.keyboard.press("Enter");
}

async function typeAt(page: Page, label: string, text: string): Promise<void> {
  await tabOnto(page, page.getByRole("textbox", { name: label, exact: true }));
  await page.keyboard.type(text);
}

/** Tab enters a group of choices at the one that is chosen, or at its first. */
async function tabToChoice(page: Page): Promise<void> {
  const radio = page.locator("input[type=radio]:focus");
  for (let stop = 0; stop < 20 && (await radio.count()) === 0; stop += 1) await page.keyboard.press("Tab");
  await expect(radio).toHaveCount(1);
}

/** The step is shown, its title has the keyboard, and nothing is wrong with it. */
async function onStep(page: Page, title: string): Promise<void> {
  await atStep(page, title);
  await lookFine(page);
}

test("from the catalogue to the start and the settings by keys alone; axe looks at every step", async ({
  page,
  sandbox,
}) => {
  await show(page, 1440);
  await page.goto("/connections/new");
  await expect(page.getByRole("option").first()).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Find a connector type" })).toBeFocused();
  await page.keyboard.type("postgresql");
  await expect(page.getByRole("complementary", { name: "PostgreSQL" })).toBeVisible();
  await lookFine(page);
  await page.keyboard.press("Enter");

  await onStep(page, "Where PostgreSQL goes");
  await tabToChoice(page);
  await page.keyboard.press("Space");
  await press(page, /^Continue/);
  await onStep(page, "Name the connection");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await typeAt(page, "Destination schema prefix", "by_keys");
  // Enter in a text field goes on as the button does.
  await page.keyboard.press("Enter");
  await atStep(page, "Reach PostgreSQL");
  await tabToChoice(page);
  const tunnel = page.getByRole("radio", { name: /^SSH tunnel/ });
  for (let stop = 0; stop < 5 && !(await tunnel.isChecked()); stop += 1)
    await page.keyboard.press("ArrowRight");
  await typeAt(page, "SSH host", "jump.example.com");
  await typeAt(page, "SSH port", "22");
  await typeAt(page, "SSH user", "fivetran");
  await lookFine(page);
  await page.keyboard.press("Enter");

  await atStep(page, "Configure PostgreSQL");
  await typeAt(page, "Host", "keys.db.example.com");
  // What is missing is named, and the keyboard is put there.
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "need" })).toBeVisible();
  await lookFine(page);
  await expect(page.getByRole("textbox", { name: "Database", exact: true })).toBeFocused();
  await page.keyboard.type("keys");
  await page.keyboard.press("Enter");

  await atStep(page, "Sign in to PostgreSQL");
  await typeAt(page, "User", "fivetran");
  await typeAt(page, "Password", "hgCanaryKeys5tWq9");
  await lookFine(page);
  await page.keyboard.press("Enter");

  await onStep(page, "When it syncs");
  await press(page, /^Continue/);
  await onStep(page, "Review and create");
  await press(page, /^Create, paused/);

  await atStep(page, "Test PostgreSQL");
  await press(page, /^Run setup tests/);
  await expect(tests(page).getByRole("heading", { name: /^Unknown SSH host key/ })).toBeVisible(SEEN);
  const hash = await hostKeyOf(sandbox, "by_keys");
  await page.getByRole("heading", { level: 1 }).focus();
  await tabOnto(page, tests(page).getByRole("textbox"));
  await page.keyboard.type(`SHA256:${hash}`);
  await lookFine(page);
  await press(page, /^Approve host key/);
  await expect(tests(page).getByText("The host key is approved.")).toBeVisible();
  await press(page, /^Run tests again/);
  await expect(page.getByRole("button", { name: "Choose what syncs" })).toBeVisible(SEEN);

  // The schedule is gone back to, as the connection has it.
  await page.getByRole("heading", { level: 1 }).focus();
  await tabOnto(page, page.getByRole("link", { name: /^Schedule/ }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await onStep(page, "When it syncs");
  await tabOnto(page, page.getByRole("combobox", { name: "Frequency" }));
  await page.keyboard.press("End");
  await press(page, /^Save schedule/);
  await atStep(page, "Test PostgreSQL");
  await expect.poll(async () => (await sandbox.connection("by_keys")).sync_frequency).toBe(1440);

  await press(page, /^Choose what syncs/);
  await atStep(page, "Choose what syncs");
  await press(page, /^Read the tables/);
  await expect(page.getByRole("treegrid")).toBeVisible(SEEN);
  await lookFine(page);
  await press(page, /^Go on to the start/);
  await onStep(page, "Start the first sync");

  const id = await sandbox.idOf("by_keys");
  await page.goto(`/connections/${id}/setup`);
  const form = page.getByRole("form", { name: "Settings of the connection" });
  await expect(form.getByText("Stored in Fivetran").first()).toBeVisible(SEEN);
  await lookFine(page);
  await press(page, /^Replace password/);
  await typeAt(page, "Password", "hgCanaryKeys8pLx2");
  await press(page, /^Review and save/);
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "[role=dialog]");
  await press(page, /^Save$/);
  await expect(page.getByText("Nothing was tested by it")).toBeVisible();

  await tabOnto(page, page.getByRole("button", { name: "Open a connect card" }));
  const opened = page.waitForEvent("popup", SEEN);
  await page.keyboard.press("Enter");
  const card = await opened;
  await expect(card.getByRole("heading", { level: 1 })).toBeVisible(SEEN);
  await lookFine(card);
  await card.close();
  await expect(page.getByText(/^Waiting for the card to be completed/)).toBeVisible();
  await lookFine(page);
});
