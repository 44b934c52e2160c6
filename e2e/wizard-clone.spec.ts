import { chooseMore, noticed, openConnection, SEEN } from "@/e2e/fixtures/console";
import { draft, grid } from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";
import {
  atStep,
  chooseDestination,
  create,
  created,
  forgetSent,
  goOn,
  runSetupTests,
  tests,
  type,
} from "@/e2e/fixtures/wizard";

test.use({ worldOptions: { own: "wizard" } });
test.describe.configure({ timeout: 240_000 });

test("a clone asks for name and secrets, and takes the choices of the schema over", async ({
  page,
  sandbox,
  world,
}) => {
  const from = await sandbox.connection("shop_prod");
  await sandbox.call("PATCH", `/connections/${from.id}/schemas`, {
    schemas: { public: { tables: { categories: { enabled: false } } } },
  });
  forgetSent(world);
  await openConnection(page, "shop_prod");
  await chooseMore(page, "shop_prod", "Clone");
  await atStep(page, /^Where PostgreSQL goes/);
  await expect(page.getByText(/^Begun as a copy of/)).toContainText("shop_prod");
  await chooseDestination(page, "Analytics");
  await goOn(page, "Name the connection");
  await type(page, "Destination schema prefix", "shop_again");
  await goOn(page, "Reach PostgreSQL");
  await goOn(page, "Configure PostgreSQL");
  await expect(page.getByRole("textbox", { name: "Host", exact: true })).toHaveValue(
    String(from.config?.host),
  );
  await goOn(page, "Sign in to PostgreSQL");
  await expect(page.getByRole("textbox", { name: "Password", exact: true })).toHaveValue("");
  await type(page, "Password", "hgCanaryClone5tB");
  await goOn(page, "When it syncs");
  await goOn(page, "Review and create");
  await create(page, "PostgreSQL");
  expect(created(world)).toMatchObject({
    config: { schema_prefix: "shop_again", host: from.config?.host, password: "hgCanaryClone5tB" },
  });

  await runSetupTests(page);
  await expect(
    tests(page).getByText("Failed", { exact: true }).or(page.getByText("All tests passed")),
  ).toBeVisible(SEEN);
  while (
    await tests(page)
      .getByRole("heading", { name: /^Unknown/ })
      .isVisible()
  ) {
    await tests(page).getByRole("checkbox", { name: "I have compared it by other means" }).first().check();
    await tests(page)
      .getByRole("button", { name: /^Approve/ })
      .first()
      .click();
    await expect(
      tests(page)
        .getByText(/is approved\.$/)
        .first(),
    ).toBeVisible();
    await runSetupTests(page);
    await expect(tests(page).getByText(/is approved\.$/)).toHaveCount(0, SEEN);
  }
  await page.getByRole("button", { name: "Choose what syncs" }).click(SEEN);
  await page.getByRole("button", { name: "Read the tables" }).click();
  await expect(grid(page)).toBeVisible(SEEN);
  await page.getByRole("button", { name: /^Take over/ }).click(SEEN);
  await expect(draft(page)).toContainText(/\d+ changes?/);
  await expect(draft(page)).toContainText("Stop syncing");
});

test("a template keeps choices without name and secrets, and a new connection begins with it", async ({
  page,
  sandbox: _,
}) => {
  await openConnection(page, "shop_prod");
  await chooseMore(page, "shop_prod", "Save as template");
  const dialog = page.getByRole("dialog", { name: "Save as template" });
  await dialog.getByRole("textbox", { name: "Name of the template" }).fill("Shops");
  await dialog.getByRole("button", { name: "Save template" }).click();
  await noticed(page, "Template saved Shops");
  await page.goto("/connections/new");
  await page.getByRole("button", { name: "Begin with Shops" }).click();
  await atStep(page, "Where PostgreSQL goes");
  await expect(page.getByText("Begun from the template Shops.")).toBeVisible();
});
