import { expectAccessible } from "@/e2e/fixtures/accessible";
import { expect, test } from "@/e2e/fixtures/test";
import { nameOf, show, VIEWS } from "@/e2e/fixtures/views";

test("the first page shows the account and says where its data comes from", async ({ page, sandbox }) => {
  await sandbox.forgetRequests();
  await page.goto("/");
  await expect(page).toHaveTitle(/Headgate/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page
    .getByRole("link", { name: /^Connections/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/connections$/);
});

for (const view of VIEWS) {
  test(`each page stands up to axe: ${nameOf(view)}`, async ({ page }) => {
    await show(page, view);
    for (const path of ["/", "/connections", "/account", "/nowhere"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
  });
}
