import { expectNoOverflow, SEEN } from "@/e2e/fixtures/console";
import {
  apply,
  draft,
  expand,
  expectNoDraft,
  grid,
  openSchema,
  review,
  row,
  searchBox,
  selection,
  selectMatches,
  sync,
  toSchema,
} from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";

interface Tables {
  schemas: Record<string, { tables: Record<string, { enabled: boolean }> }>;
}

test("names that no address and no markup bears are shown as text and edited by name", async ({
  page,
  sandbox,
  world,
}) => {
  const id = await sandbox.idOf("shop_prod");
  const sent = () =>
    world.proxy.sent.filter(({ method, path }) => method === "PATCH" && path.includes(`${id}/schemas`));
  const before = sent().length;
  await openSchema(page, "shop_prod");
  await expand(page, "legacy import");
  const names = ["..", "__proto__", "constructor", "a%2Fb", 'double "quoted"', "<b>vip</b>", "🚚 deliveries"];
  await searchBox(page).fill("legacy*.*");
  for (const name of names) {
    await expect(row(page, name)).toBeVisible();
    await sync(page, name).click();
  }
  await expect(grid(page).locator("b.vip, img, script")).toHaveCount(0);
  await expect(row(page, "..")).toContainText("the API has no address for this name");
  await expectNoOverflow(page);
  await expect(draft(page)).toContainText(`${names.length} changes`);
  await review(page);
  await apply(page);
  const { schemas } = (await sandbox.call("GET", `/connections/${id}/schemas`)) as Tables;
  const tables = new Map(Object.entries(schemas["legacy import"]?.tables ?? {}));
  for (const name of names) expect(tables.get(name)?.enabled, name).toBe(false);
  expect(
    sent()
      .slice(before)
      .map(({ path }) => path),
  ).toEqual([`/connections/${id}/schemas`]);
});

test("a source without tables, and one that was never looked at, each say so and how that changes", async ({
  page,
  sandbox,
}) => {
  const main = page.getByRole("main");
  const reload = main.getByRole("button", { name: "Reload from source" }).last();
  const dialog = page.getByRole("dialog", { name: "Reload from source" });
  await toSchema(page, "partner_share");
  await expect(main.getByRole("heading", { name: "No tables" })).toBeVisible();
  await expect(main).toContainText("0 of 0 tables synced");
  await sandbox.source("partner_share", {
    changes: [{ kind: "add_table", schema: "SHARED", table: "PARTNERS" }],
  });
  await reload.click();
  await dialog.getByRole("button", { name: "Reload", exact: true }).click();
  await expect(dialog.getByText("Done", { exact: true }).first()).toBeVisible(SEEN);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expand(page, "SHARED");
  await expect(row(page, "PARTNERS")).toContainText("New");

  await toSchema(page, "shopify_nz");
  await expect(main.getByRole("heading", { name: "No schema yet" })).toBeVisible();
  await reload.click();
  await dialog.getByRole("button", { name: "Reload", exact: true }).click();
  await expect(dialog.getByText("Done", { exact: true }).first()).toBeVisible(SEEN);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(grid(page)).toBeVisible();
});

test("one table of 20,000 columns opens, is searched as typed, scrolls to its end, and is hashed by pattern", async ({
  page,
  sandbox,
}) => {
  const id = await sandbox.idOf("shop_prod");
  const columns = Array.from(
    { length: 20_000 },
    (_, at) => `measure_${at}_${at % 10 === 0 ? "region" : "code"}`,
  );
  await sandbox.source("shop_prod", {
    changes: [{ kind: "add_table", schema: "public", table: "wide", columns }],
  });
  await sandbox.call("POST", `/connections/${id}/schemas/reload`, {});
  await openSchema(page, "shop_prod");
  await searchBox(page).fill("public.wide");
  await expand(page, "wide");
  await searchBox(page).fill("public.wide.*");
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "20003", { timeout: 60_000 });
  expect(await grid(page).getByRole("row").count()).toBeLessThan(120);
  await row(page, "wide").click();
  await page.keyboard.press("End");
  await expect(page.locator(":focus")).toHaveAttribute("aria-rowindex", "20003");
  await expect(page.locator(":focus")).toBeInViewport();
  await searchBox(page).fill("*_region");
  await expect(page.getByText("2,000 matches").first()).toBeVisible();
  await selectMatches(page);
  await selection(page).getByRole("button", { name: "Hash", exact: true }).click();
  await expect(draft(page)).toContainText("2,000 changes");
  await review(page);
  await apply(page);
  await expectNoDraft(page);
  const answer = (await sandbox.call("GET", `/connections/${id}/schemas/public/tables/wide/columns`)) as {
    columns: Record<string, { hashed?: boolean }>;
  };
  const hashed = Object.values(answer.columns).filter((column) => column.hashed);
  expect(hashed).toHaveLength(2_000);
});
