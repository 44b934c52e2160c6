import type { Page } from "@playwright/test";
import { noticed, SEEN } from "@/e2e/fixtures/console";
import { draft, expand, openSchema, row, select, sync } from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";

const selection = (page: Page) => page.getByRole("region", { name: "Selection" });

test("columns that are not loaded are loaded as a job, shown by how many, and stopped when told to", async ({
  page,
  sandbox,
}) => {
  await openSchema(page, "netsuite");
  await expect(page.getByText(/Columns of 0 of 60 tables loaded/)).toBeVisible();
  await sandbox.fault({ kind: "delay", ms: 300 }, { operation: "connection_column_config" });
  await page.getByRole("button", { name: "load all" }).click();
  await expect(page.getByRole("progressbar", { name: "Columns read" })).toBeVisible();
  await expect(page.getByText(/Columns read of [1-9]\d* of 60 tables/)).toBeVisible(SEEN);
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  const partly = page.getByText(/Columns of [1-9]\d* of 60 tables loaded/);
  await expect(partly).toBeVisible(SEEN);
  await sandbox.faults([]);
  const asked = (await sandbox.requests()).filter(
    ({ operation }) => operation === "connection_column_config",
  );
  expect(asked.length).toBeLessThan(60);

  await page.getByRole("button", { name: "load all" }).click();
  await expect(page.getByText("Columns of all 60 tables loaded")).toBeVisible(SEEN);
  const all = (await sandbox.requests()).filter(({ operation }) => operation === "connection_column_config");
  expect(all.length, "no table is read twice, but those that were under way").toBeLessThan(60 + 10);
  await page.reload();
  await expect(page.getByText("Columns of all 60 tables loaded")).toBeVisible();
});

test("the columns of a job are there for everybody: a tab that is closed does not end it", async ({
  page,
  context,
  sandbox,
}) => {
  await openSchema(page, "intercom");
  const address = page.url();
  await sandbox.fault({ kind: "delay", ms: 300 }, { operation: "connection_column_config" });
  await page.getByRole("button", { name: "load all" }).click();
  await expect(page.getByRole("progressbar", { name: "Columns read" })).toBeVisible();
  await page.close();
  await sandbox.faults([]);
  const later = await context.newPage();
  await later.goto(address);
  await expect(later.getByText(/Columns of all 1\d tables loaded/)).toBeVisible(SEEN);
});

test("many at once: by a filter and a pattern, hashed, stopped, and what is locked is left and counted", async ({
  page,
  sandbox: _,
}) => {
  await openSchema(page, "recurly");
  const box = page.getByRole("textbox", { name: "Find schemas, tables and columns" });
  await box.fill("*_at");
  await page.getByRole("button", { name: "Select", exact: true }).click();
  await page.getByRole("menuitem", { name: /^All [\d,]+ matches/ }).click();
  await expect(selection(page)).toContainText(/columns selected/);
  await selection(page).getByRole("button", { name: "Hash", exact: true }).click();
  await expect(draft(page)).toContainText(/\d+ changes/);
  await noticed(page, /changed/).catch(() => {});
  await box.fill("id");
  await page.getByRole("button", { name: "Select", exact: true }).click();
  await page.getByRole("menuitem", { name: /^All [\d,]+ matches/ }).click();
  await selection(page).getByRole("button", { name: "Stop syncing" }).click();
  await expect(page.getByText(/locked, skipped/).first()).toBeVisible();
});

test("a table's sync mode is chosen where Fivetran offers it", async ({ page, sandbox }) => {
  await openSchema(page, "wms_warehouse");
  const id = await sandbox.idOf("wms_warehouse");
  const { schemas } = (await sandbox.call("GET", `/connections/${id}/schemas`)) as {
    schemas: Record<string, { tables: Record<string, { enabled: boolean; sync_mode?: string }> }>;
  };
  const [schema = "", { tables }] = Object.entries(schemas)[0] ?? ["", { tables: {} }];
  const [table = ""] =
    Object.entries(tables).find(([, it]) => it.enabled && it.sync_mode === "SOFT_DELETE") ?? [];
  await expand(page, schema);
  await row(page, table)
    .getByRole("button", { name: /^Sync mode of/ })
    .click();
  await page.getByRole("menuitemradio", { name: "History" }).click();
  await expect(row(page, table)).toContainText(/Mode: soft delete to history/i);
  await expect(draft(page)).toContainText("1 change");
  await select(page, table);
  await expect(selection(page)).toContainText("1 table selected");
  await expect(sync(page, table)).toBeChecked();
});
