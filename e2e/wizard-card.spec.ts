import { panel, SEEN } from "@/e2e/fixtures/console";
import { grid } from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";
import {
  atStep,
  beginSetup,
  chooseDestination,
  create,
  created,
  forgetSent,
  goOn,
  runSetupTests as runTests,
  startAndWatch,
} from "@/e2e/fixtures/wizard";

test.use({ worldOptions: { own: "wizard" } });
test.describe.configure({ timeout: 240_000 });

test("salesforce by connect card: opened, consented, its token compared, the schema captured before the first sync", async ({
  page,
  context,
  sandbox,
  world,
}) => {
  forgetSent(world);
  await beginSetup(page, "salesforce", "Salesforce");
  await chooseDestination(page, "Analytics");
  await goOn(page, "Name the connection");
  await page.getByRole("textbox").first().fill("crm_by_card");
  await goOn(page, "Configure Salesforce");
  await goOn(page, "Sign in to Salesforce");
  await page.getByRole("radio", { name: /^Connect card/ }).check();
  await goOn(page, "When it syncs");
  await goOn(page, "Review and create");
  await create(page, "Salesforce");
  expect(created(world)).not.toHaveProperty("auth");

  const opened = context.waitForEvent("page");
  await page.getByRole("button", { name: "Open a connect card" }).click();
  const card = await opened;
  await expect(panel(page, "Connect card")).toContainText(/good until .* UTC/);
  await expect(panel(page, "Connect card")).toContainText("Waiting for the card to be completed.");
  // The tab is opened empty, before the card is there.
  await expect(card.getByRole("button", { name: "Allow access" })).toBeVisible(SEEN);
  const token = new URL(card.url()).searchParams.get("auth") ?? "";
  expect(token.length).toBeGreaterThan(20);
  await card.getByRole("button", { name: "Allow access" }).click();
  await card.getByRole("link", { name: "Done" }).click();
  await expect(card.getByText("Its token is the one that was issued.")).toBeVisible();
  expect(new URL(card.url()).searchParams.size).toBe(1);
  await card.close();
  expect(world.log()).not.toContain(token);
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).not.toContain(token);
  await expect(panel(page, "Connect card")).toContainText("The card was completed.", SEEN);

  await runTests(page);
  await page.getByRole("button", { name: "Choose what syncs" }).click(SEEN);
  await page.getByRole("button", { name: "Capture the schema" }).click();
  await expect(page.getByText("Fivetran captures the schema.")).toBeVisible();
  expect(await sandbox.connection("crm_by_card")).toMatchObject({
    status: { schema_status: "blocked_on_capture" },
  });
  await sandbox.clock({ advance_ms: 60 * 60_000 });
  await expect(grid(page)).toBeVisible(SEEN);
  expect(await sandbox.connection("crm_by_card")).toMatchObject({ succeeded_at: null });

  await page.getByRole("button", { name: "Go on to the start" }).click();
  await atStep(page, "Start the first sync");
  await startAndWatch(page, sandbox);
  expect(await sandbox.connection("crm_by_card")).toMatchObject({
    paused: false,
    status: { schema_status: "ready" },
  });
});

test("a card that comes back with another token is not believed", async ({ page, sandbox: _ }) => {
  await page.goto("/connections/card-return?connection=no_such&auth=forged");
  await expect(page.getByText("No tab of this browser waits for it")).toBeVisible();
  expect(page.url()).not.toContain("forged");
});
