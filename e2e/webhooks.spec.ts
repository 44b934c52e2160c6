import { expectAccessible } from "@/e2e/fixtures/accessible";
import { expectNoOverflow, noticed, panel, SEEN, toConnections } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";
import { show, WIDTHS } from "@/e2e/fixtures/views";

// Nothing is seen by polling here: what appears, a webhook has brought.
test.use({ worldOptions: { own: "webhooks", hooks: true, env: { HEADGATE_POLL_MS: "3600000" } } });

test("Fivetran is pointed here in one click, a sync is seen by that alone, and webhooks are looked after", async ({
  page,
  sandbox,
}) => {
  await sandbox.onlyWhenAsked("shop_prod");
  await page.goto("/account");
  await page
    .getByRole("navigation", { name: "Account pages" })
    .getByRole("link", { name: "Webhooks" })
    .click();
  await page.getByRole("button", { name: "Point Fivetran at this console" }).click();
  await noticed(page, "Fivetran is pointed at this console");
  const hooks = panel(page, "Webhooks in Fivetran");
  await expect(hooks.getByText("hooks.example.com", { exact: true })).toBeVisible(SEEN);
  await expect(hooks.getByText("Active", { exact: true })).toBeVisible();
  const deliveries = page.getByRole("table", { name: "Deliveries" });
  await expect(deliveries.getByRole("row").filter({ hasText: "test_event" })).toBeVisible(SEEN);

  await page.getByRole("button", { name: "New webhook" }).click();
  const dialog = page.getByRole("dialog", { name: "New webhook" });
  await dialog.getByRole("radio", { name: /^Another address/ }).check();
  await dialog.getByRole("button", { name: "Create webhook" }).click();
  await expect(dialog.getByText("An https address is needed", { exact: false })).toBeVisible();
  await expectAccessible(page, "[role=dialog]");
  await dialog.getByRole("textbox", { name: "Address" }).fill("https://hooks.example.com/other");
  await dialog.getByRole("checkbox", { name: /^Active/ }).uncheck();
  await dialog.getByRole("combobox", { name: "Of" }).selectOption({ label: "Group Marketing" });
  await dialog.getByRole("button", { name: "Create webhook" }).click();
  await noticed(page, "Webhook created");
  await expect(hooks.getByText("hooks.example.com/other", { exact: true })).toBeVisible(SEEN);

  const act = async (address: string, name: string) => {
    await page.getByRole("button", { name: `Actions for the webhook to ${address}`, exact: true }).click();
    await page.getByRole("menuitem", { name }).click();
  };
  await act("hooks.example.com", "Renew secret");
  await noticed(page, "Secret renewed");
  await expect(panel(page, "Receiver").getByText("Rotation under way.")).toBeVisible(SEEN);
  await act("hooks.example.com", "Send a test");
  await noticed(page, "Test delivered");
  await expect(panel(page, "Receiver").getByText("Rotation under way.")).toHaveCount(0, SEEN);

  for (const width of WIDTHS) {
    await show(page, width);
    await expectAccessible(page);
    await expectNoOverflow(page);
  }
  await show(page, 1440);

  await act("hooks.example.com/other", "Delete");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete webhook" }).click();
  await noticed(page, "Webhook deleted");
  await expect(hooks.getByText("hooks.example.com/other", { exact: true })).toHaveCount(0, SEEN);

  const id = await sandbox.idOf("shop_prod");
  await toConnections(page);
  await page.getByRole("searchbox", { name: "Filter connections" }).fill("shop_prod");
  const row = page.getByRole("row").filter({ hasText: "shop_prod" });
  await sandbox.call("POST", `/connections/${id}/sync`, { force: true });
  await expect(row).toContainText("Syncing", SEEN);
  await sandbox.endSync("shop_prod", { outcome: "succeeded" });
  await expect(row).toContainText("Healthy", SEEN);
});
