import { chooseMore, noticed, openConnection, SEEN, toConnections, verdict } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";

test("a re-sync of everything wants the name typed, and then begins", async ({ page, sandbox }) => {
  await openConnection(page, "recurly");
  await chooseMore(page, "recurly", "Re-sync everything");
  const question = page.getByRole("alertdialog", { name: "Re-sync all of recurly?" });
  const go = question.getByRole("button", { name: "Re-sync everything" });
  const typed = question.getByRole("textbox", { name: "Type recurly to go on" });
  await expect(typed).toBeFocused();
  await typed.fill("recurl");
  await go.click({ force: true });
  await page.keyboard.press("Enter");
  const resyncs = async () =>
    (await sandbox.requests()).filter(({ operation }) => operation === "resync_connection");
  expect(await resyncs()).toEqual([]);
  await typed.fill("recurly");
  await go.click();
  await expect(question).toHaveCount(0);
  await noticed(page, "Re-sync asked for recurly");
  expect(await resyncs()).toHaveLength(1);
  await expect(verdict(page)).toHaveText(/^Syncing\./, SEEN);
  await expect(page.getByRole("region", { name: "Status" })).toContainText("A historical sync is running.");
  await sandbox.clock({ advance_ms: 2 * 3_600_000 });
  await expect(verdict(page)).toHaveText(/^Healthy\./, SEEN);
});

test("force sync says what it does to a running sync, and can be left", async ({ page, sandbox, world }) => {
  await openConnection(page, "hubspot");
  await expect(verdict(page)).toHaveText(/^Syncing\./);
  await chooseMore(page, "hubspot", "Force sync");
  const question = page.getByRole("alertdialog", { name: "Force a sync of hubspot?" });
  await expect(question).toContainText("The sync that is running now is ended");
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toHaveCount(0);
  await expect(page.getByRole("button", { name: "More for hubspot" })).toBeFocused();
  expect((await sandbox.requests()).filter(({ method }) => method !== "GET")).toEqual([]);

  await chooseMore(page, "hubspot", "Force sync");
  await question.getByRole("button", { name: "Force sync" }).click();
  await noticed(page, "Force sync asked for hubspot");
  expect(world.proxy.sent.findLast(({ method }) => method === "POST")?.body).toEqual({ force: true });
});

test("delete wants the name typed; then it is gone here and in Fivetran", async ({ page, sandbox }) => {
  await openConnection(page, "braintree");
  const id = await sandbox.idOf("braintree");
  await chooseMore(page, "braintree", "Delete connection");
  const question = page.getByRole("alertdialog", { name: "Delete braintree?" });
  const go = question.getByRole("button", { name: "Delete connection" });
  await expect(go).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);

  await chooseMore(page, "braintree", "Delete connection");
  await question.getByRole("textbox", { name: "Type braintree to go on" }).fill("braintree");
  await go.click();
  await expect(page).toHaveURL(/\/connections$/);
  await noticed(page, "Deleted braintree");
  await expect(page.getByRole("status").filter({ hasText: "connections" })).toContainText(/^60 connections/);
  await page.getByRole("searchbox", { name: "Filter connections" }).fill("braintree");
  await expect(page.getByRole("heading", { name: /^Nothing matches/ })).toBeVisible();
  expect((await sandbox.connections()).map((connection) => connection.id)).not.toContain(id);

  await page.goto(`/connections/${id}`);
  await expect(
    page.getByRole("heading", { level: 1, name: "This connection is not in the account" }),
  ).toBeVisible();
  await page.getByRole("link", { name: "All connections" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Connections" })).toBeVisible();
});

test("a connection deleted elsewhere leaves the list and says so on its own page", async ({
  page,
  sandbox,
}) => {
  await openConnection(page, "zuora_billing");
  await sandbox.call("DELETE", `/connections/${await sandbox.idOf("zuora_billing")}`);
  await expect(
    page.getByRole("heading", { level: 1, name: "This connection is not in the account" }),
  ).toBeVisible(SEEN);
  await toConnections(page);
  await page.getByRole("searchbox", { name: "Filter connections" }).fill("zuora_billing");
  await expect(page.getByRole("heading", { name: /^Nothing matches/ })).toBeVisible();
});
