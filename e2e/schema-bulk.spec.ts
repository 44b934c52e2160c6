import { SEEN } from "@/e2e/fixtures/console";
import {
  apply,
  draft,
  drawer,
  expand,
  openHistory,
  openRevision,
  openSchema,
  review,
  row,
  searchBox,
  select,
  selection,
  selectMatches,
  withSelection,
} from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";

/** Columns come so slowly that a person sees them come; those that were asked for once the faults end come at once. */
const SLOW = { kind: "delay", ms: 4_000 };
const COLUMNS = { operation: "connection_column_config" };

test("columns that are not loaded are loaded as a job, shown by how many, and stopped when told to", async ({
  page,
  sandbox,
}) => {
  await openSchema(page, "netsuite");
  await expect(page.getByText(/Columns of 0 of 60 tables loaded/)).toBeVisible();
  await sandbox.fault(SLOW, COLUMNS);
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
  await sandbox.fault(SLOW, COLUMNS);
  await page.getByRole("button", { name: "load all" }).click();
  await expect(page.getByRole("progressbar", { name: "Columns read" })).toBeVisible();
  await page.close();
  await sandbox.faults([]);
  const later = await context.newPage();
  await later.goto(address);
  await expect(later.getByText(/Columns of all 1\d tables loaded/)).toBeVisible(SEEN);
});

test("many at once: a pattern hashed, what is locked left and counted, what is not loaded asked about", async ({
  page,
  sandbox: _,
}) => {
  await openSchema(page, "recurly");
  await select(page, "account_balance_history");
  await selection(page).getByRole("button", { name: "Hash", exact: true }).click();
  const question = page.getByRole("dialog", { name: /^1 table of the selection is not loaded/ });
  await question.getByRole("button", { name: "Load their columns first" }).click();
  await expect(page.getByText(/Columns of [1-9]\d* of \d+ tables loaded/)).toBeVisible(SEEN);

  await page.getByRole("button", { name: "load all" }).click();
  await expect(page.getByText(/Columns of all \d+ tables loaded/)).toBeVisible(SEEN);
  await searchBox(page).fill("*_at");
  await selectMatches(page);
  await expect(selection(page)).toContainText(/columns selected/);
  await selection(page).getByRole("button", { name: "Hash", exact: true }).click();
  await expect(draft(page)).toContainText(/\d+ changes/);
  await searchBox(page).fill("id");
  await selectMatches(page);
  await selection(page).getByRole("button", { name: "Stop syncing" }).click();
  await expect(page.getByText(/locked, skipped/).first()).toBeVisible();
});

test("sync modes: history where Fivetran offers it, live taken and given back", async ({ page, sandbox }) => {
  const id = await sandbox.idOf("shop_prod");
  const modeOf = async (table: string) => {
    const { schemas } = (await sandbox.call("GET", `/connections/${id}/schemas`)) as {
      schemas: Record<string, { tables: Record<string, { sync_mode?: string }> }>;
    };
    return schemas.public?.tables[table]?.sync_mode;
  };
  await sandbox.call("PATCH", `/connections/${id}/schemas`, {
    schemas: { public: { tables: { stores: { sync_mode: "LIVE" } } } },
  });
  await openSchema(page, "shop_prod");
  await expand(page, "public");
  const mode = (table: string) => row(page, table).getByRole("button", { name: `Sync mode of ${table}` });
  await expect(mode("stores")).toHaveText("Live");
  await mode("stores").click();
  await page.getByRole("menuitemradio", { name: "Soft delete" }).click();
  await expect(row(page, "stores")).toContainText(/Mode: live to soft delete/i);
  await mode("users").click();
  await page.getByRole("menuitemradio", { name: "History" }).click();
  await expect(row(page, "users")).toContainText(/to history/i);
  await expect(draft(page)).toContainText("2 changes");
  await review(page);
  await apply(page);
  expect([await modeOf("stores"), await modeOf("users")]).toEqual(["SOFT_DELETE", "HISTORY"]);

  await drawer(page).getByRole("button", { name: "Close" }).first().click();
  await openHistory(page);
  await (await openRevision(page, /^Applied/)).getByRole("button", { name: "Undo this" }).click();
  await expect(drawer(page).getByRole("heading", { name: /^Undo revision/ })).toBeVisible();
  await apply(page);
  expect(await modeOf("stores")).toBe("LIVE");
  await expect(mode("stores")).toHaveText("Live");

  await drawer(page).getByRole("button", { name: "Close" }).first().click();
  await select(page, "stores");
  await withSelection(page, "Sync mode: history");
  await expect(row(page, "stores")).toContainText(/Mode: live to history/i);
});
