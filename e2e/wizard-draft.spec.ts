import { expect, test } from "@/e2e/fixtures/test";
import {
  atStep,
  beginSetup,
  chooseDestination,
  create,
  created,
  forgetSent,
  goOn,
  type,
} from "@/e2e/fixtures/wizard";

const SECRET = "hgCanaryDraft6yRt2";

// A sandbox that was reset gives out its ids again.
test.use({ worldOptions: { own: "wizard" } });
test.describe.configure({ timeout: 180_000 });

test("a draft goes on after a reload and in another browser, where secrets are typed again", async ({
  page,
  browser,
  sandbox: _,
  world,
}) => {
  forgetSent(world);
  await beginSetup(page, "mysql", "MySQL");
  await chooseDestination(page, "Analytics");
  await goOn(page, "Name the connection");
  await type(page, "Destination schema prefix", "kept_draft");
  await goOn(page, "Reach MySQL");
  await goOn(page, "Configure MySQL");
  await type(page, "Host", "kept.db.example.com");
  await type(page, "Port", "3306");
  await goOn(page, "Sign in to MySQL");
  await type(page, "User", "fivetran");
  await type(page, "Password", SECRET);
  await expect(page.getByText(/^Draft saved .* without secrets\.$/)).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).not.toContain(SECRET);

  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await atStep(page, "Sign in to MySQL");
  await expect(page.getByText("1 secret must be typed again")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Password", exact: true })).toHaveValue("");
  await expect(page.getByRole("textbox", { name: "User", exact: true })).toHaveValue("fivetran");

  const other = await browser.newContext();
  const there = await other.newPage();
  await there.goto(`${world.url}/connections/new`);
  await there.getByRole("link", { name: "Continue with kept_draft" }).click();
  await expect(there.getByText("1 secret must be typed again")).toBeVisible();
  await there.getByRole("link", { name: "Configuration" }).click();
  await expect(there.getByRole("textbox", { name: "Host", exact: true })).toHaveValue("kept.db.example.com");
  await there.getByRole("link", { name: "Authorisation" }).click();
  await type(there, "Password", SECRET);
  await goOn(there, "When it syncs");
  await goOn(there, "Review and create");
  await create(there, "MySQL");
  expect(created(world)).toMatchObject({ config: { host: "kept.db.example.com", password: SECRET } });
  await other.close();
  expect(world.log()).not.toContain(SECRET);
});
