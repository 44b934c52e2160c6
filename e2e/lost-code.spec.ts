import type { Page, Route } from "@playwright/test";
import { chooseMore, noticed, panel, toConnections, withoutReload } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";

const CHUNKS = "**/_next/static/chunks/**";
const unreachable = (route: Route) => route.abort("connectionrefused");
const updated = (route: Route) => route.fulfill({ status: 404, body: "Not Found" });

const frequency = (page: Page) => page.getByRole("combobox", { name: "Frequency" });

test("a menu and a dialog whose code does not arrive leave the page as it is, and open at the next try", async ({
  page,
  sandbox,
}) => {
  // Not by way of the list, whose rows fetch the menu ahead.
  await page.goto(`/connections/${await sandbox.idOf("linkedin_ads")}`);
  await withoutReload(page, async () => {
    await panel(page, "Schedule").getByRole("button", { name: "Change" }).click();
    await frequency(page).selectOption("720");
    await page.route(CHUNKS, unreachable);
    const more = page.getByRole("button", { name: "More for linkedin_ads" });
    await more.click();
    await noticed(page, "The menu could not be loaded: this console does not answer.");
    await expect(more).toHaveAttribute("aria-expanded", "false");
    await page.unroute(CHUNKS);
    await more.click();
    await expect(page.getByRole("menuitem", { name: "Delete connection" })).toBeVisible();
    await page.route(CHUNKS, unreachable);
    await page.getByRole("menuitem", { name: "Delete connection" }).click();
    await noticed(page, "The dialog could not be loaded: this console does not answer.");
    await page.unroute(CHUNKS);
    await chooseMore(page, "linkedin_ads", "Delete connection");
    await expect(page.getByRole("alertdialog", { name: "Delete linkedin_ads?" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(frequency(page)).toHaveValue("720");
    await expect(page.getByRole("heading", { level: 1, name: "linkedin_ads" })).toBeVisible();
  });
});

test("a tab that was open during an update says so, and goes on after a reload", async ({
  page,
  sandbox: _,
}) => {
  await toConnections(page);
  await page.route(CHUNKS, updated);
  const filter = page.getByRole("searchbox", { name: "Filter connections" });
  await filter.fill("linkedin");
  const theme = page.getByRole("button", { name: "Theme" });
  await theme.click();
  const notice = page.getByRole("region", { name: /^Notices/ }).getByRole("listitem");
  await expect(notice).toContainText("Headgate was updated after this page was opened.");
  await expect(filter).toHaveValue("linkedin");
  await page.unroute(CHUNKS);
  await notice.getByRole("button", { name: "Reload" }).click();
  await expect(page).toHaveURL(/linkedin/);
  await expect(filter).toHaveValue("linkedin");
  await theme.click();
  await expect(page.getByRole("menuitemradio", { name: "Dark" })).toBeVisible();
});

test("a download whose code does not arrive says so, and comes at the next try", async ({
  page,
  sandbox: _,
}) => {
  await toConnections(page);
  await page.route(CHUNKS, unreachable);
  const button = page.getByRole("button", { name: "Download CSV" });
  await button.click();
  await noticed(page, "The download could not be loaded: this console does not answer.");
  await page.unroute(CHUNKS);
  const download = page.waitForEvent("download");
  await button.click();
  expect((await download).suggestedFilename()).toMatch(/^connections-.*\.csv$/);
});

test("what draws notices did not arrive: they are drawn plainly", async ({ page, sandbox: _, world }) => {
  await page.route(CHUNKS, async (route) => {
    const type = route.request().resourceType();
    const html = await (await fetch(`${world.url}/`)).text();
    const known = html.includes(new URL(route.request().url()).pathname);
    await (known || type !== "script" ? route.continue() : unreachable(route));
  });
  await page.goto("/");
  await page.getByRole("button", { name: "Theme" }).click();
  await noticed(page, /The menu could not be loaded/);
});
