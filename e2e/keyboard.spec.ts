import type { Page } from "@playwright/test";
import { noticed, verdict } from "@/e2e/fixtures/console";
import { focused, tabTo } from "@/e2e/fixtures/keys";
import { expect, test } from "@/e2e/fixtures/test";

/** Slash, the name, down to the list, Enter. */
async function openByKeys(page: Page, name: string): Promise<void> {
  await page.goto("/connections");
  await expect(page.getByRole("grid", { name: "Connections" })).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Filter connections" })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("ArrowDown");
  await expect(focused(page)).toHaveRole("row");
  await expect(focused(page)).toContainText(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
}

test("from the skip link to a paused connection by keys alone", async ({ page, sandbox }) => {
  await page.goto("/connections");
  await expect(page.getByRole("grid", { name: "Connections" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  await page.keyboard.press("/");
  const filter = page.getByRole("searchbox", { name: "Filter connections" });
  await expect(filter).toBeFocused();
  await page.keyboard.type("linkedin");
  await expect(page.getByRole("status").filter({ hasText: "connections" })).toContainText(/^2 of/);
  await page.keyboard.press("ArrowDown");
  await expect(focused(page)).toHaveRole("row");
  await expect(focused(page)).toContainText("linkedin_ads");
  await page.keyboard.press("j");
  await expect(focused(page)).toContainText("linkedin_pages");
  await page.keyboard.press("k");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "linkedin_ads" })).toBeVisible();

  await tabTo(page, /^Pause$/);
  await page.keyboard.press("Enter");
  await expect(verdict(page)).toHaveText(/^Paused\./);
  await expect.poll(async () => (await sandbox.connection("linkedin_ads")).paused).toBe(true);
});

test("the grid: arrows, Home, End and Page keys move, Right reaches the controls of a row", async ({
  page,
  sandbox: _seeded,
}) => {
  await page.goto("/connections?sort=name");
  await expect(page.getByRole("grid", { name: "Connections" })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  await expect(focused(page)).toHaveRole("row");
  const first = await focused(page).getAttribute("aria-rowindex");
  expect(first).toBe("2");
  await page.keyboard.press("End");
  await expect(focused(page)).toHaveAttribute("aria-rowindex", "62");
  await expect(focused(page)).toBeInViewport();
  await page.keyboard.press("PageUp");
  await expect(focused(page)).not.toHaveAttribute("aria-rowindex", "62");
  await page.keyboard.press("Home");
  await expect(focused(page)).toHaveAttribute("aria-rowindex", "2");

  await page.keyboard.press("ArrowRight");
  await expect(focused(page)).toHaveRole("link");
  await page.keyboard.press("ArrowRight");
  await expect(focused(page)).toHaveAccessibleName(/^Actions for /);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Open" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(focused(page)).toHaveAccessibleName(/^Actions for /);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(focused(page)).toHaveRole("row");
});

test("groups open and close by keys and are announced as such", async ({ page, sandbox: _seeded }) => {
  await page.goto("/connections?group=destination&sort=name");
  await expect(page.getByRole("treegrid", { name: "Connections" })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  await expect(focused(page)).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowLeft");
  await expect(focused(page)).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("ArrowDown");
  await expect(focused(page)).toHaveAttribute("aria-level", "1");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowRight");
  await expect(focused(page)).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await expect(focused(page)).toHaveAttribute("aria-level", "2");
});

test("a question holds the keyboard, Escape leaves it, and focus goes back to where it was", async ({
  page,
  sandbox: _seeded,
}) => {
  await openByKeys(page, "recurly");
  await tabTo(page, /^More for recurly$/);
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Force sync" })).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.getByRole("menuitem", { name: "Delete connection" })).toBeFocused();
  await page.keyboard.press("Enter");
  const question = page.getByRole("alertdialog", { name: "Delete recurly?" });
  await expect(question.getByRole("textbox")).toBeFocused();
  for (let stop = 0; stop < 6; stop += 1) {
    await page.keyboard.press("Tab");
    await expect(question.locator(":focus")).toHaveCount(1);
  }
  await page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  await expect(page.getByRole("button", { name: "More for recurly" })).toBeFocused();
});

test("the schedule is changed by keys alone", async ({ page, sandbox }) => {
  await openByKeys(page, "jira_cloud");
  await tabTo(page, /^Change$/, 60);
  await page.keyboard.press("Enter");
  const frequency = page.getByRole("combobox", { name: "Frequency" });
  await expect(frequency).toBeVisible();
  for (
    let stop = 0;
    stop < 5 && !(await frequency.evaluate((it) => it === document.activeElement));
    stop += 1
  ) {
    await page.keyboard.press("Tab");
  }
  await expect(frequency).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, /^Save schedule$/);
  await page.keyboard.press("Enter");
  await noticed(page, "Settings saved jira_cloud");
  expect((await sandbox.connection("jira_cloud")).sync_frequency).toBe(1440);
});
