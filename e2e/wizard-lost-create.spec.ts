import { SEEN } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";
import {
  atStep,
  beginSetup,
  chooseDestination,
  created,
  forgetSent,
  goOn,
  type,
} from "@/e2e/fixtures/wizard";

// A sandbox that was reset gives out its ids again.
test.use({ worldOptions: { own: "wizard" } });
test.describe.configure({ timeout: 180_000 });

test("a creation whose answer is lost is looked up and gone on with, never sent twice", async ({
  page,
  sandbox,
  world,
}) => {
  forgetSent(world);
  await beginSetup(page, "zendesk", "Zendesk Support");
  await chooseDestination(page, "Analytics");
  await goOn(page, "Name the connection");
  await type(page, "Destination schema", "lost_and_found");
  await goOn(page, "Configure Zendesk Support");
  await type(page, "Zendesk domain", "acme.zendesk.com");
  await goOn(page, "Sign in to Zendesk Support");
  await page.getByRole("radio", { name: /^Connect card/ }).check();
  await goOn(page, "When it syncs");
  await goOn(page, "Review and create");
  await sandbox.fault({ kind: "lost_answer" }, { operation: "create_connection" }, { times: 1 });
  await page.getByRole("button", { name: "Create, paused" }).click();
  await atStep(page, "Test Zendesk Support");
  created(world);
  await expect(page.getByText("The connection was found by its name; nothing was sent twice.")).toBeVisible();
  expect((await sandbox.connections()).filter(({ schema }) => schema === "lost_and_found")).toHaveLength(1);
  await page.goto("/connections/new");
  await expect(page.getByRole("link", { name: "Continue with lost_and_found" })).toBeVisible(SEEN);
});
