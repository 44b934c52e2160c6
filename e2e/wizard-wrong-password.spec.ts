import { SEEN } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";
import {
  beginSetup,
  chooseDestination,
  create,
  forgetSent,
  goOn,
  runSetupTests as runTests,
  tests,
  type,
} from "@/e2e/fixtures/wizard";

test.use({ worldOptions: { own: "wizard" } });
test.describe.configure({ timeout: 180_000 });

test("a wrong password is found by the tests, mended where the form leads, and nothing else is sent again", async ({
  page,
  sandbox,
  world,
}) => {
  forgetSent(world);
  await beginSetup(page, "postgres", "PostgreSQL");
  await chooseDestination(page, "Analytics");
  await goOn(page, "Name the connection");
  await type(page, "Destination schema prefix", "mended");
  await goOn(page, "Reach PostgreSQL");
  await page.getByRole("radio", { name: /^Directly/ }).check();
  await goOn(page, "Configure PostgreSQL");
  await type(page, "Host", "mended.db.example.com");
  await type(page, "Port", "5432");
  await type(page, "Database", "mended");
  await goOn(page, "Sign in to PostgreSQL");
  await type(page, "User", "fivetran");
  await type(page, "Password", "wrong");
  await goOn(page, "When it syncs");
  await goOn(page, "Review and create");
  await create(page, "PostgreSQL");

  await runTests(page);
  await expect(tests(page).getByText("Failed", { exact: true })).toBeVisible(SEEN);
  await expect(page.getByRole("button", { name: "Choose what syncs" })).toHaveCount(0);
  await tests(page).getByRole("button", { name: "Change the settings" }).click();
  const settings = page.getByRole("form", { name: "Settings of the connection" });
  await expect(settings.getByRole("button", { name: "Replace password" })).toBeFocused();
  await expect(settings.getByRole("textbox", { name: "Host", exact: true })).toHaveValue(
    "mended.db.example.com",
  );
  await page.keyboard.press("Enter");
  await type(page, "Password", "hgCanaryRight3nZk8");
  await page.getByRole("button", { name: "Review and save" }).click();
  const question = page.getByRole("dialog", { name: /^Save 1 setting of mended/ });
  await expect(question.getByRole("row", { name: /^Password/ })).toContainText("replaced");
  await question.getByRole("button", { name: "Save" }).click();
  const id = await sandbox.idOf("mended");
  const patches = () =>
    world.proxy.sent
      .filter(({ method, path }) => method === "PATCH" && path.endsWith(id))
      .map(({ body }) => body);
  await expect
    .poll(patches)
    .toEqual([{ config: { password: "hgCanaryRight3nZk8" }, run_setup_tests: false }]);

  await expect(tests(page)).toContainText("These results are from before the settings changed.");
  await runTests(page);
  await expect(page.getByRole("button", { name: "Choose what syncs" })).toBeVisible(SEEN);
  await expect(tests(page).getByText("Failed", { exact: true })).toHaveCount(0);
  for (const secret of ["hgCanaryRight3nZk8"]) {
    expect(await page.content()).not.toContain(secret);
    expect(world.log()).not.toContain(secret);
  }
});
