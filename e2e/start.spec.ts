import { expect, test } from "@/e2e/fixtures/test";
import { BRIEF } from "@/scripts/launch/child.mjs";
import { startHeadgate } from "@/scripts/launch/world.mjs";

const NOTICE = "Nothing here reaches Fivetran";

test("the first page shows the account, and Connections is one click away", async ({ page, sandbox }) => {
  await page.goto("/");
  await expect(page).toHaveTitle(/Headgate/);
  const total = (await sandbox.connections()).length;
  await page.getByRole("link", { name: new RegExp(`^Connections.*${total}`) }).click();
  await expect(page).toHaveURL(/\/connections$/);
  await expect(page.getByRole("row").nth(1)).toBeVisible();
});

test("without a key the built-in sandbox answers, and the HTML of every page says so", async ({ page }) => {
  const headgate = await startHeadgate({}, { node: BRIEF });
  try {
    // The line after the one that says ready.
    await expect.poll(() => headgate.output()).toContain("Upstream: the built-in sandbox");
    for (const path of ["/", "/connections", "/connections/anything", "/account", "/nowhere"]) {
      const html = await (await fetch(`${headgate.url}${path}`)).text();
      expect(html, path).toContain(NOTICE);
    }
    await page.goto(headgate.url);
    await expect(page.getByText(NOTICE)).toBeVisible();
  } finally {
    await headgate.stop();
  }
});

test("with a key the pages do not speak of a sandbox", async ({ world }) => {
  const html = await (await fetch(world.url)).text();
  expect(html).not.toContain(NOTICE);
});
