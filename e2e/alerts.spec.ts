import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { expectNoOverflow, noticed, panel, SEEN } from "@/e2e/fixtures/console";
import { httpSink, smtpSink } from "@/e2e/fixtures/sinks";
import { expect, test } from "@/e2e/fixtures/test";
import { show } from "@/e2e/fixtures/views";

test.use({ worldOptions: { own: "alerts", env: { HEADGATE_ALERT_NETWORKS: "127.0.0.0/8" } } });

const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page, name: string) => dialog(page).getByRole("textbox", { name, exact: true });
const press = (page: Page, name: string) => dialog(page).getByRole("button", { name, exact: true }).click();

test("a connection that breaks is told of by webhook and mail, acknowledged, and told of when it is well again", async ({
  page,
  sandbox,
}) => {
  const http = await httpSink();
  const smtp = await smtpSink();
  await show(page, 1440);
  await sandbox.onlyWhenAsked("shop_prod");
  await page.goto("/account/alerts");
  await expect(page.getByRole("heading", { name: "There is no way to tell anyone yet" })).toBeVisible();

  await page.getByRole("button", { name: "New channel" }).click();
  await dialog(page).getByRole("radio", { name: "Signed webhook" }).check();
  await field(page, "Name").fill("Hook");
  await field(page, "Address").fill(`http://127.0.0.1:${http.port}/in`);
  await press(page, "Save channel");
  await expect(dialog(page).getByText(/^This is needed/)).toBeVisible();
  await press(page, "Make a secret");
  await expectAccessible(page);
  await press(page, "Save channel");
  await noticed(page, "Channel saved: Hook");
  await page.getByRole("button", { name: "New channel" }).click();
  await field(page, "Name").fill("Mail");
  await field(page, "Mail server").fill("127.0.0.1");
  await dialog(page).getByRole("combobox", { name: "Encryption" }).selectOption("none");
  await field(page, "Port").fill(String(smtp.port));
  await field(page, "From").fill("headgate@example.com");
  await field(page, "To").fill("ada@example.com, bo@example.com");
  await press(page, "Save channel");
  await noticed(page, "Channel saved: Mail");
  await page.getByRole("button", { name: "Send a test by Mail" }).click();
  await noticed(page, "Mail answered: 250 kept");
  expect(smtp.received[0]?.to).toEqual(["<ada@example.com>", "<bo@example.com>"]);

  await page.getByRole("button", { name: "New rule" }).click();
  await field(page, "Name").fill("Shop");
  const connections = dialog(page).getByRole("group", { name: "Connections" });
  await connections.getByRole("searchbox").fill("shop_prod");
  await connections.getByRole("checkbox", { name: "shop_prod", exact: true }).check();
  await press(page, "Save rule");
  await expect(dialog(page).getByText(/^Choose at least one channel/)).toBeVisible();
  const by = dialog(page).getByRole("group", { name: "Told by" });
  await by.getByRole("checkbox", { name: /^Hook/ }).check();
  await by.getByRole("checkbox", { name: /^Mail/ }).check();
  await expectAccessible(page);
  await press(page, "Save rule");
  await noticed(page, "Rule saved: Shop");
  await expect(panel(page, "Rules").getByRole("listitem")).toContainText("Critical. Broken: shop_prod");

  const id = await sandbox.idOf("shop_prod");
  const sync = async (end: object) => {
    await sandbox.call("POST", `/connections/${id}/sync`, {});
    await sandbox.endSync("shop_prod", end);
  };
  await sync({ outcome: "failed", task: { code: "reconnect", message: "Reconnect <the> source" } });
  await expect.poll(() => http.received.length, SEEN).toBe(1);
  await expect.poll(() => smtp.received.length, SEEN).toBe(2);
  expect(JSON.parse(http.received[0]?.body ?? "")).toMatchObject({
    type: "alert.opened",
    data: { title: "Broken: shop_prod", alerts: [{ connection_id: id }] },
  });
  expect(smtp.received[1]?.mail).toMatch(/^Subject: Broken: shop_prod$/m);
  await expect(page.getByRole("list", { name: "Messages" })).toContainText("Broken: shop_prod", SEEN);
  await expectAccessible(page);

  await page.getByRole("link", { name: "Alerts, 1", exact: true }).click();
  const open = page.getByRole("list", { name: "Open alerts" });
  await expect(open).toContainText("Reconnect <the> source", SEEN);
  await open.getByRole("button", { name: "Acknowledge shop_prod" }).click();
  await noticed(page, "Acknowledged shop_prod");
  await expect(open).toContainText("by local", SEEN);
  await open.getByRole("button", { name: "Mute shop_prod" }).click();
  await page.getByRole("menuitem", { name: "For 4 hours" }).click();
  await noticed(page, /^Muted shop_prod until/);
  await expect(open).toContainText("Muted", SEEN);
  await open.getByRole("button", { name: "Mute shop_prod" }).click();
  await page.getByRole("menuitem", { name: "End the mute" }).click();
  await noticed(page, "No longer muted: shop_prod");
  await open.getByRole("button", { name: "What happened: Broken: shop_prod" }).click();
  await expect(open.getByRole("list", { name: "What happened" })).toContainText(
    "Acknowledged by local",
    SEEN,
  );
  await expect(
    open.getByRole("list", { name: "Messages" }).getByRole("listitem").filter({ hasText: /^Sent/ }),
  ).toHaveCount(4, SEEN);
  await expectAccessible(page);
  await show(page, 390);
  await expectNoOverflow(page);
  await show(page, 1440);

  await sync({ outcome: "succeeded" });
  await expect(page.getByRole("heading", { name: "All is well" })).toBeVisible(SEEN);
  await expect(page.getByRole("list", { name: "Alerts that are over" })).toContainText("shop_prod");
  await expect.poll(() => http.received.length, SEEN).toBe(3);
  expect(http.received.map(({ body }) => JSON.parse(body).type)).toEqual([
    ...["alert.opened", "alert.acknowledged", "alert.recovered"],
  ]);
  await expect.poll(() => smtp.received.length, SEEN).toBe(4);

  await page.getByRole("link", { name: "shop_prod", exact: true }).click();
  await page.getByRole("link", { name: "History", exact: true }).click();
  await page.getByRole("button", { name: "Alerts", exact: true }).click();
  const told = page.getByRole("button", {
    name: /Alert (opened|acknowledged|muted|no longer muted|over): Broken/,
  });
  await expect(told).toHaveCount(5, SEEN);
  await expect(told.filter({ hasText: "Alert acknowledged: Broken" })).toContainText("local");
  await http.close();
  await smtp.close();
});
