import {
  noticed,
  openConnection,
  panel,
  SEEN,
  toConnections,
  verdict,
  withoutReload,
} from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";

test("a first look: the account by name, its counts, and from a count to its connections", async ({
  page,
  sandbox,
}) => {
  const account = await sandbox.connections();
  const paused = account.filter((connection) => connection.paused);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Account Northwind Trading/ })).toBeVisible();
  const counts = page.getByRole("region", { name: "Connections by health" });
  await expect(counts.getByRole("link", { name: /All connections/ })).toContainText(String(account.length));
  await counts.getByRole("link", { name: /^Paused/ }).click();

  await expect(page).toHaveURL(/\/connections\?q=health(:|%3A)paused$/);
  const grid = page.getByRole("grid", { name: "Connections" });
  for (const { schema } of paused) {
    await expect(grid.getByRole("link", { name: schema, exact: true })).toBeVisible();
  }
  await expect(page.getByRole("status").filter({ hasText: "connections" })).toContainText(
    `${paused.length} of ${account.length}`,
  );
});

test("filters narrow the list by words and by menus, are told in the address and go one by one", async ({
  page,
  sandbox: _seeded,
}) => {
  await toConnections(page);
  const grid = page.getByRole("grid", { name: "Connections" });
  const shown = page.getByRole("status").filter({ hasText: "connections" });
  await page.getByRole("searchbox", { name: "Filter connections" }).fill("stripe");
  await expect(grid.getByRole("link", { name: "stripe_eu", exact: true })).toBeVisible();
  await expect(grid.getByRole("link", { name: "shop_prod", exact: true })).toHaveCount(0);
  await expect(page).toHaveURL(/q=stripe/);

  await page.getByRole("button", { name: "Filter by health" }).click();
  await page.getByRole("menuitemcheckbox", { name: /^Broken/ }).click();
  await page.keyboard.press("Escape");
  await expect(shown).toContainText(/^1 of/);
  await expect(grid.getByRole("link", { name: "stripe_us", exact: true })).toBeVisible();

  await page.goBack();
  await expect(shown).toContainText(/^2 of/);
  await page.goForward();
  await expect(shown).toContainText(/^1 of/);

  await page.getByRole("searchbox", { name: "Filter connections" }).fill("nothing_is_called_so");
  await expect(page.getByRole("heading", { name: /^Nothing matches these 2 filters/ })).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(shown).toContainText(/^61 connections/);
});

test("pause and resume: said at once, true in Fivetran, and undone from the notice", async ({
  page,
  sandbox,
}) => {
  await openConnection(page, "shop_prod");
  await withoutReload(page, async () => {
    await page.getByRole("button", { name: "Pause", exact: true }).click();
    await expect(verdict(page)).toHaveText(/^Paused\./);
    await noticed(page, "Paused shop_prod");
    expect((await sandbox.connection("shop_prod")).paused).toBe(true);
    await expect(page.getByRole("button", { name: "Sync now" }).first()).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await expect(panel(page, "History").getByText("Paused", { exact: true }).first()).toBeVisible();

    await page.getByRole("button", { name: "Resume", exact: true }).first().click();
    await expect(verdict(page)).not.toHaveText(/^Paused\./);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(verdict(page)).toHaveText(/^Paused\./);
    await expect.poll(async () => (await sandbox.connection("shop_prod")).paused).toBe(true);
  });
});

test("sync now, seen from its start to its end without a reload", async ({ page, sandbox }) => {
  await sandbox.onlyWhenAsked("shop_prod");
  await openConnection(page, "shop_prod");
  await withoutReload(page, async () => {
    await page.getByRole("button", { name: "Sync now" }).click();
    await noticed(page, "Sync asked for shop_prod");
    await expect(verdict(page)).toHaveText(/^Syncing\./, SEEN);
    await sandbox.clock({ advance_ms: 6 * 60_000 });
    await expect(verdict(page)).toHaveText(/^Healthy\. Last success/, SEEN);
    await expect(
      panel(page, "History")
        .getByText(/^Synced/)
        .first(),
    ).toBeVisible(SEEN);
  });
  expect((await sandbox.requests()).filter(({ operation }) => operation === "sync_connection")).toHaveLength(
    1,
  );
});

test("the acts of a row work from the list", async ({ page, sandbox }) => {
  await toConnections(page);
  await page.getByRole("searchbox", { name: "Filter connections" }).fill("jira_cloud");
  await page.getByRole("button", { name: "Actions for jira_cloud" }).click();
  await page.getByRole("menuitem", { name: "Pause" }).click();
  const row = page.getByRole("row").filter({ hasText: "jira_cloud" });
  await expect(row).toContainText("Paused");
  await expect.poll(async () => (await sandbox.connection("jira_cloud")).paused).toBe(true);
  await page.getByRole("button", { name: "Actions for jira_cloud" }).click();
  await page.getByRole("menuitem", { name: "Resume" }).click();
  await expect(row).toContainText("Healthy");
  await expect.poll(async () => (await sandbox.connection("jira_cloud")).paused).toBe(false);
});

test("what somebody does elsewhere reaches an open page by itself", async ({ page, sandbox }) => {
  await openConnection(page, "klaviyo");
  await withoutReload(page, async () => {
    await sandbox.call("PATCH", `/connections/${await sandbox.idOf("klaviyo")}`, {
      paused: true,
      run_setup_tests: false,
    });
    await expect(verdict(page)).toHaveText(/^Paused\./, SEEN);
    await expect(page.getByRole("region", { name: "Status" })).toContainText("Paused outside this console.");
  });
});
