import { SEEN } from "@/e2e/fixtures/console";
import type { SandboxControl } from "@/e2e/fixtures/sandbox-control";
import {
  apply,
  closeDrawer,
  draft,
  drawer,
  expand,
  grid,
  openHistory,
  openRevision,
  openSchema,
  review,
  row,
  searchBox,
  select,
  selection,
  selectMatches,
  sync,
  withSelection,
} from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";

/** Tables appear at the source under names of their own: columns that were read once are kept. */
async function addTables(sandbox: SandboxControl, connection: string, schema: string, many: number) {
  const names = Array.from({ length: many }, (_, at) => `fresh_${Date.now()}_${at}`);
  await sandbox.source(connection, {
    changes: names.map((table) => ({ kind: "add_table", schema, table, columns: ["key", "closed_at"] })),
  });
  await sandbox.call("POST", `/connections/${await sandbox.idOf(connection)}/schemas/reload`, {});
  return names;
}

test("columns of many tables: loaded as a job that is counted, stopped, taken up again, and outlives its tab", async ({
  page,
  context,
  sandbox,
}) => {
  const asked = async () =>
    (await sandbox.requests()).filter(({ operation }) => operation === "connection_column_config").length;
  await addTables(sandbox, "netsuite", "netsuite", 60);
  await openSchema(page, "netsuite");
  const address = page.url();
  const partly = page.getByText(/Columns of \d+ of 120 tables loaded/);
  await expect(partly).toBeVisible();
  await sandbox.fault({ kind: "delay", ms: 3_000 }, { operation: "connection_column_config" });
  await page.getByRole("button", { name: "load all" }).click();
  await expect(page.getByRole("progressbar", { name: "Columns read" })).toBeVisible();
  await expect(page.getByText(/Columns read of [1-9]\d* of \d+ tables/)).toBeVisible(SEEN);
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await expect(partly).toBeVisible(SEEN);
  expect(await asked()).toBeLessThan(60);

  await page.getByRole("button", { name: "load all" }).click();
  await expect(page.getByRole("progressbar", { name: "Columns read" })).toBeVisible();
  await page.close();
  await sandbox.faults([]);
  const later = await context.newPage();
  await later.goto(address);
  await expect(later.getByText("Columns of all 120 tables loaded")).toBeVisible(SEEN);
  expect(await asked(), "no table is read twice, but those that were under way").toBeLessThan(120 + 10);
});

test("many at once: a range, a table that is not loaded, a pattern, a filter; what is locked is left and counted", async ({
  page,
  sandbox,
}) => {
  const [fresh = ""] = await addTables(sandbox, "recurly", "recurly", 1);
  await openSchema(page, "recurly");
  await searchBox(page).fill(fresh);
  await select(page, fresh);
  await selection(page).getByRole("button", { name: "Hash", exact: true }).click();
  const question = page.getByRole("dialog", { name: /^1 table of the selection is not loaded/ });
  await question.getByRole("button", { name: "Load its columns first" }).click();
  await expect(row(page, fresh)).not.toContainText("not loaded", SEEN);
  const loadAll = page.getByRole("button", { name: "load all" });
  const all = page.getByText(/Columns of all \d+ tables loaded/);
  await expect(loadAll.or(all)).toBeVisible(SEEN);
  if (await loadAll.isVisible()) await loadAll.click();
  await expect(all).toBeVisible(SEEN);
  await searchBox(page).fill("");

  await selection(page).getByRole("button", { name: "Select none" }).click();
  const tables = grid(page).getByRole("row", { level: 2 });
  await tables.nth(1).click();
  await tables.nth(4).click({ modifiers: ["Shift"] });
  await expect(selection(page)).toContainText("4 tables selected");
  await selection(page).getByRole("button", { name: "Stop syncing" }).click();
  await expect(draft(page)).toContainText("4 changes");
  await page.keyboard.press("Control+z");
  await expect(draft(page)).toContainText("No changes");

  await searchBox(page).fill("*_at");
  await selectMatches(page);
  await expect(selection(page)).toContainText(/columns selected/);
  await selection(page).getByRole("button", { name: "Hash", exact: true }).click();
  await expect(draft(page)).toContainText(/\d+ changes/);
  await expect(grid(page)).toContainText("Will be hashed");
  await selection(page).getByRole("button", { name: "Un-hash", exact: true }).click();
  await expect(draft(page)).toContainText("No changes");

  await page
    .getByRole("group", { name: "Show" })
    .getByRole("button", { name: /^Personal/ })
    .click();
  await searchBox(page).fill("");
  await selectMatches(page);
  await selection(page).getByRole("button", { name: "Hash", exact: true }).click();
  await expect(draft(page)).toContainText(/\d+ changes/);
  await page.keyboard.press("Control+z");
  await page.getByRole("group", { name: "Show" }).getByRole("button", { name: /^All/ }).click();

  await searchBox(page).fill("id");
  await selectMatches(page);
  await selection(page).getByRole("button", { name: "Stop syncing" }).click();
  await expect(page.getByText(/locked, skipped/).first()).toBeVisible();
});

test("sync modes: history where Fivetran offers it, live taken and given back, restored; a policy that blocks, and un-block by its word", async ({
  page,
  sandbox,
}) => {
  const id = await sandbox.idOf("shop_prod");
  const there = async () =>
    (await sandbox.call("GET", `/connections/${id}/schemas`)) as {
      schemas: Record<string, { tables: Record<string, { sync_mode?: string }> }>;
    };
  const modes = async () => {
    const tables = (await there()).schemas.public?.tables;
    return [tables?.stores?.sync_mode, tables?.users?.sync_mode];
  };
  await sandbox.call("PATCH", `/connections/${id}/schemas`, {
    schema_change_handling: "BLOCK_ALL",
    schemas: {
      public: {
        tables: { stores: { sync_mode: "LIVE", columns: { manager_email: { enabled: false } } } },
      },
    },
  });
  await openSchema(page, "shop_prod");
  await expand(page, "public");
  const mode = (table: string) => row(page, table).getByRole("button", { name: `Sync mode of ${table}` });
  await expect(mode("stores")).toHaveText("Live");
  await mode("stores").click();
  await page.getByRole("menuitemradio", { name: "Soft delete" }).click();
  await expect(row(page, "stores")).toContainText(/Mode: live to soft delete/i);
  await select(page, "users");
  await withSelection(page, "Sync mode: history");
  await expect(row(page, "users")).toContainText(/to history/i);
  await expect(draft(page)).toContainText("2 changes");
  await review(page);
  await apply(page);
  expect(await modes()).toEqual(["SOFT_DELETE", "HISTORY"]);
  await closeDrawer(page);

  await openHistory(page);
  await (await openRevision(page, /^Applied/)).getByRole("button", { name: "Undo this" }).click();
  await expect(drawer(page).getByRole("heading", { name: /^Undo revision/ })).toBeVisible();
  await apply(page);
  expect((await modes())[0]).toBe("LIVE");
  await expect(mode("stores")).toHaveText("Live");
  await closeDrawer(page);

  await openHistory(page);
  await (await openRevision(page, /^Applied/)).getByRole("button", { name: "Restore to this" }).click();
  await expect(drawer(page).getByRole("heading", { name: /^Restore revision/ })).toBeVisible();
  await apply(page);
  expect(await modes()).toEqual(["SOFT_DELETE", "HISTORY"]);
  await closeDrawer(page);

  await expand(page, "stores");
  await sync(page, "manager_email").click();
  const drawn = await review(page);
  await expect(drawn.getByRole("button", { name: /^Apply/ })).toHaveAttribute("aria-disabled", "true");
  await drawn.getByRole("textbox", { name: /un-block/ }).fill("un-block");
  await apply(page);
  await expect(sync(page, "manager_email")).toBeChecked();
});
