import { expectNoOverflow } from "@/e2e/fixtures/console";
import { apply, draft, expand, grid, openSchema, review, row, sync } from "@/e2e/fixtures/schema";
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
  await openSchema(page, "shop_prod");
  await expand(page, "legacy import");
  const names = ["..", "__proto__", "constructor", "a%2Fb", 'double "quoted"', "<b>vip</b>", "🚚 deliveries"];
  await page.getByRole("textbox", { name: "Find schemas, tables and columns" }).fill("legacy*.*");
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
  const sent = world.proxy.sent.filter(({ method, path }) => method === "PATCH" && path.includes(id));
  expect(sent.map(({ path }) => path)).toEqual([`/connections/${id}/schemas`]);
});
