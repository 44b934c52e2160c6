import { SEEN } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";

test.use({
  worldOptions: {
    sandbox: ["--connections", "2500"],
    faults: [
      { match: { operation: "list_connections" }, fault: { kind: "delay", ms: 2500 } },
      {
        match: { operation: "list_destinations" },
        fault: { kind: "error", status: 403, code: "Forbidden", message: "No right" },
      },
    ],
    env: { HEADGATE_POLL_MS: "86400000" },
  },
});

test("a first run with a key: the account, what it may see, its budget and the first reading, then the data", async ({
  page,
  world,
}) => {
  await page.goto("/");
  const first = page.getByRole("region", { name: "First look at the account" });
  await expect(first.getByText("Key accepted")).toBeVisible();
  await expect(first.getByText("A scoped key: it has the rights of the user who made it.")).toBeVisible();
  await expect(first.getByText("Northwind Trading")).toBeVisible();
  await expect(first.getByText(/^[\d,]+ of 20,000 requests left this hour\.$/)).toBeVisible();
  await expect(first.getByRole("progressbar", { name: "Connections read" })).toBeVisible();
  await expect(first).toContainText(/1,000 read|2,000 read|2,500 of 2,500/);
  await expect(page.getByText("Sandbox.")).toHaveCount(0);

  await expect(page.getByRole("heading", { level: 2, name: "Needs a person" })).toBeVisible(SEEN);
  await expect(page.getByRole("link", { name: /All connections/ })).toContainText("2,500");
  await world.sandbox.faults([]);

  await page
    .getByRole("link", { name: /^Account$/ })
    .first()
    .click();
  const access = page.getByRole("region", { name: "Account and key" });
  await expect(access).toContainText("The key may not list destinations.");
  await expect(access).toContainText("403");
  await expect(access).toContainText("5");
});
