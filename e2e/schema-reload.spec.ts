import { noticed, SEEN } from "@/e2e/fixtures/console";
import {
  apply,
  draft,
  drawer,
  expand,
  hash,
  openHistory,
  openSchema,
  review,
  row,
  select,
  sync,
} from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";

test("a reload tells what appeared and vanished at the source, and new is marked as new", async ({
  page,
  sandbox,
}) => {
  await openSchema(page, "shop_prod");
  await sandbox.source("shop_prod", {
    changes: [
      { kind: "add_table", schema: "public", table: "gift_cards" },
      { kind: "drop_table", schema: "public", table: "carts" },
      { kind: "add_column", schema: "public", table: "users", column: "nickname" },
    ],
  });
  await page.getByRole("button", { name: "Reload from source" }).click();
  const dialog = page.getByRole("dialog", { name: "Reload from source" });
  await expect(dialog.getByRole("radio", { name: /^Preserve/ })).toBeChecked();
  await dialog.getByRole("radio", { name: /^Exclude/ }).check();
  await expect(dialog.getByRole("button", { name: "Reload", exact: true })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await dialog.getByRole("radio", { name: /^Preserve/ }).check();
  await dialog.getByRole("button", { name: "Reload", exact: true }).click();
  await expect(dialog.getByText("Done", { exact: true }).first()).toBeVisible(SEEN);
  await expect(dialog).toContainText("gift_cards");
  await expect(dialog).toContainText("carts");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expand(page, "public");
  await expect(row(page, "gift_cards")).toContainText("New");
  await openHistory(page);
  await expect(drawer(page).getByText("Reloaded from source")).toBeVisible();
});

test("the policy: what each one means, a warning before everything is let in, and its request", async ({
  page,
  sandbox,
}) => {
  await openSchema(page, "pricing_feed");
  const policy = page.getByRole("button", { name: /^New schemas, tables and columns: / });
  await expect(policy).toHaveText(/Allow columns/);
  await policy.click();
  await page.getByRole("menuitemradio", { name: /^Allow all/ }).click();
  await expect(draft(page)).toContainText("1 change");
  const drawn = await review(page);
  await expect(drawn.getByRole("button", { name: /^Apply/ })).toHaveAttribute("aria-disabled", "true");
  await drawn.getByRole("textbox", { name: /allow all/ }).fill("allow all");
  await apply(page);
  const id = await sandbox.idOf("pricing_feed");
  expect(await sandbox.call("GET", `/connections/${id}/schemas`)).toMatchObject({
    schema_change_handling: "ALLOW_ALL",
  });
});

test("un-hashing asks for its word, and blocked columns are dropped behind theirs", async ({
  page,
  sandbox,
  world,
}) => {
  await openSchema(page, "shop_prod");
  const id = await sandbox.idOf("shop_prod");
  await expand(page, "public");
  await expand(page, "users");
  await hash(page, "phone").click();
  await sync(page, "locale").click();
  const drawn = await review(page);
  const typed = drawn.getByRole("textbox", { name: /un-hash/ });
  await typed.fill("yes");
  await expect(drawn.getByRole("button", { name: /^Apply/ })).toHaveAttribute("aria-disabled", "true");
  await typed.fill("un-hash");
  await apply(page);
  await drawer(page).getByRole("button", { name: "Close" }).first().click();

  await select(page, "locale");
  const selection = page.getByRole("region", { name: "Selection" });
  await selection.getByRole("button", { name: "More for the selection" }).click();
  await page.getByRole("menuitem", { name: "Drop columns" }).click();
  const question = page.getByRole("alertdialog", { name: "Drop 1 column?" });
  await question.getByRole("textbox").fill("drop");
  await question.getByRole("button", { name: "Drop 1 column" }).click();
  await expect(question).toHaveCount(0);
  const sent = world.proxy.sent.findLast(({ path }) => path.endsWith("/drop-columns"));
  expect(sent?.body).toEqual({ schemas: { public: { tables: { users: { columns: ["locale"] } } } } });
  expect(sent?.path).toBe(`/connections/${id}/schemas/drop-columns`);
});

test("several tables are re-synced by one request behind a typed word", async ({
  page,
  sandbox: _,
  world,
}) => {
  await openSchema(page, "shop_prod");
  await expand(page, "public");
  await select(page, "categories");
  await select(page, "shipments");
  const selection = page.getByRole("region", { name: "Selection" });
  await selection.getByRole("button", { name: "More for the selection" }).click();
  await page.getByRole("menuitem", { name: "Re-sync tables" }).click();
  const question = page.getByRole("alertdialog", { name: "Re-sync 2 tables?" });
  await question.getByRole("textbox").fill("re-sync");
  await question.getByRole("button", { name: "Re-sync 2 tables" }).click();
  await noticed(page, /^Re-sync of 2 tables asked for/);
  const sent = world.proxy.sent.filter(({ path }) => path.endsWith("/schemas/tables/resync"));
  expect(sent.map(({ body }) => body)).toEqual([{ public: ["categories", "shipments"] }]);
});

test("the selection as CSV: connection, schema, table, column, synced, hashed", async ({
  page,
  sandbox: _,
}) => {
  await openSchema(page, "shop_prod");
  await expand(page, "public");
  await expand(page, "users");
  await select(page, "email");
  await select(page, "id");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Select", exact: true }).click();
  await page.getByRole("menuitem", { name: "Download selection as CSV" }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks)
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/);
  expect(lines[0]?.toLowerCase().split(",")).toEqual([
    "connection",
    "schema",
    "table",
    "column",
    "synced",
    "hashed",
  ]);
  expect(lines).toHaveLength(3);
  expect(lines).toContainEqual(expect.stringMatching(/^shop_prod,public,users,email,(true|yes),(true|yes)$/));
});
