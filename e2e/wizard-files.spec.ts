import { SEEN } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";
import {
  beginSetup,
  chooseDestination,
  create,
  created,
  forgetSent,
  goOn,
  runSetupTests,
  type,
} from "@/e2e/fixtures/wizard";

// A sandbox that was reset gives out its ids again.
test.use({ worldOptions: { own: "wizard" } });
test.describe.configure({ timeout: 180_000 });

test("s3 with a list of tables, each an object of its own", async ({ page, sandbox: _, world }) => {
  forgetSent(world);
  await beginSetup(page, "s3", "Amazon S3");
  await chooseDestination(page, "Analytics");
  await goOn(page, "Name the connection");
  await type(page, "Destination schema", "landing");
  await type(page, "Table group", "events");
  await goOn(page, "Reach Amazon S3");
  await goOn(page, "Configure Amazon S3");
  await type(page, "Bucket", "acme-landing");
  const adder = page.getByRole("button", { name: /^Add an entry to tables/ });
  for (const [at, [table, pattern]] of [
    ["orders", "orders/.*\\.csv"],
    ["refunds", "refunds/.*\\.csv"],
  ].entries()) {
    await adder.click();
    await page
      .getByRole("textbox", { name: "Table", exact: true })
      .nth(at)
      .fill(table ?? "");
    await page
      .getByRole("textbox", { name: "File pattern", exact: true })
      .nth(at)
      .fill(pattern ?? "");
  }
  await goOn(page, "Sign in to Amazon S3");
  await type(page, "Role ARN", "arn:aws:iam::123456789012:role/fivetran");
  await goOn(page, "When it syncs");
  await goOn(page, "Review and create");
  await create(page, "Amazon S3");
  expect(created(world)).toMatchObject({
    service: "s3",
    config: {
      schema: "landing",
      table_group_name: "events",
      bucket: "acme-landing",
      files: [
        { table_name: "orders", file_pattern: "orders/.*\\.csv" },
        { table_name: "refunds", file_pattern: "refunds/.*\\.csv" },
      ],
    },
  });
  await runSetupTests(page);
  await expect(page.getByRole("button", { name: "Choose what syncs" })).toBeVisible(SEEN);
});

test("google sheets: named by schema and table, authorised by a card", async ({
  page,
  sandbox: _,
  world,
}) => {
  forgetSent(world);
  await beginSetup(page, "google sheets", "Google Sheets");
  await chooseDestination(page, "Analytics");
  await goOn(page, "Name the connection");
  await type(page, "Destination schema", "sheets");
  await type(page, "Destination table", "budget");
  await goOn(page, "Configure Google Sheets");
  await type(page, "Sheet link", "https://docs.google.com/spreadsheets/d/1aBcD/edit");
  await type(page, "Named range", "budget_2026");
  await goOn(page, "Sign in to Google Sheets");
  await page.getByRole("radio", { name: /^Connect card/ }).check();
  await goOn(page, "When it syncs");
  await goOn(page, "Review and create");
  await create(page, "Google Sheets");
  expect(created(world)).toMatchObject({
    service: "google_sheets",
    config: { schema: "sheets", table: "budget", named_range: "budget_2026" },
  });
  await expect(page.getByRole("button", { name: "Open a connect card" })).toBeVisible();
});

test("connector SDK with secrets, which stand in no page and no log", async ({ page, sandbox: _, world }) => {
  const secrets = ["hgCanarySdkOne4kQ", "hgCanarySdkTwo8mW"];
  forgetSent(world);
  await beginSetup(page, "connector_sdk", "Connector SDK");
  await chooseDestination(page, "Analytics");
  await goOn(page, "Name the connection");
  await type(page, "Destination schema", "own_code");
  await goOn(page, "Configure Connector SDK");
  await type(page, "Package", "tidy_package");
  const adder = page.getByRole("button", { name: /^Add an entry to secrets/ });
  for (const [at, secret] of secrets.entries()) {
    await adder.click();
    await page.getByRole("textbox", { name: "Key", exact: true }).nth(at).fill(`KEY_${at}`);
    await page.getByRole("textbox", { name: "Value", exact: true }).nth(at).fill(secret);
  }
  await goOn(page, "Sign in to Connector SDK");
  await goOn(page, "When it syncs");
  await goOn(page, "Review and create");
  for (const secret of secrets) expect(await page.locator("main").innerText()).not.toContain(secret);
  await create(page, "Connector SDK");
  expect(created(world)).toMatchObject({
    config: {
      package_id: "tidy_package",
      secrets_list: secrets.map((value, at) => ({ key: `KEY_${at}`, value })),
    },
  });
  for (const secret of secrets) {
    expect(await page.content()).not.toContain(secret);
    expect(world.log()).not.toContain(secret);
  }
});
