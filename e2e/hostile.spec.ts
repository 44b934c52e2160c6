import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import {
  chooseMore,
  expectNoOverflow,
  openConnection,
  panel,
  SEEN,
  toConnections,
  verdict,
} from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";
import { show } from "@/e2e/fixtures/views";

const SCRIPT =
  "<img src=x onerror=\"headgateViolation('markup ran')\"><script>headgateViolation('ran')</script>";

/** In the place of each plain text of the account comes one that nobody should have to expect. */
const HOSTILE: Record<string, string> = {
  shop_prod: `${SCRIPT}&amp;{{7*7}}`,
  salesforce: "\u202Eecrofselas\u202C עברית عربى",
  stripe_eu: "s".repeat(255),
  klaviyo: "🧨👩‍👩‍👧‍👦 ‮ zero\u200Bwidth",
  Marketing: "<b>Marketing</b> \u202Egnitekram",
  Finance: `F${"inance ".repeat(40)}`,
  "Northwind Trading": `<i>N</i>${"orthwind".repeat(30)}`,
};

const MESSAGE = `${SCRIPT} [click](javascript:alert(1)) \u202Enetxet ${"long".repeat(80)} 🧨`;

test.use({ worldOptions: { rewrites: HOSTILE } });

/** No element came out of a text: what looks like markup is read as letters. */
async function expectOnlyText(page: Page): Promise<void> {
  await expect(page.locator("main img, main script, main i, main a[href^='javascript']")).toHaveCount(0);
  await expectNoOverflow(page);
}

for (const width of [1440, 390] as const) {
  test(`hostile names and messages are text on every page, within the window: ${width} px`, async ({
    page,
    sandbox,
    sweep,
  }) => {
    await show(page, width);
    await sandbox.source("shop_prod", { faults: ["credentials_wrong"] });
    const id = await sandbox.idOf("shop_prod");
    await sandbox.call("POST", `/connections/${id}/sync`, { force: true });
    await sandbox.endSync("shop_prod", {
      outcome: "failed",
      task: { code: "<u>reconnect</u>", message: MESSAGE },
    });
    await sweep();

    await page.goto("/");
    await expect(page.getByText(MESSAGE.slice(0, 60)).first()).toBeVisible(SEEN);
    await expectOnlyText(page);

    await toConnections(page);
    const name = HOSTILE.shop_prod ?? "";
    await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
    for (const hostile of ["salesforce", "stripe_eu", "klaviyo"]) {
      await page.getByRole("searchbox", { name: "Filter connections" }).fill(`"${HOSTILE[hostile]}"`);
      await expect(page.getByRole("status").filter({ hasText: "connections" })).toContainText(/^1 of 61/);
      await expectOnlyText(page);
    }
    await page.getByRole("searchbox", { name: "Filter connections" }).fill("");
    await page.getByRole("button", { name: "Filter by destination" }).click();
    await expect(page.getByRole("menuitemcheckbox", { name: /^<b>Marketing<\/b>/ })).toBeVisible();
    await expectOnlyText(page);
    await page.keyboard.press("Escape");

    await page.getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(verdict(page)).toHaveText(/^Broken\./);
    await expect(page.getByRole("region", { name: "Status" }).getByText(MESSAGE)).toBeVisible();
    await expect(panel(page, "Fivetran, word for word")).toContainText("<u>reconnect</u>");
    await expectOnlyText(page);
    await expectAccessible(page);

    await chooseMore(page, name, "Delete connection");
    const question = page.getByRole("alertdialog", { name: `Delete ${name}?` });
    await question.getByRole("textbox").fill(name);
    await expect(question.getByRole("button", { name: "Delete connection" })).not.toHaveAttribute(
      "aria-disabled",
    );
    await expectNoOverflow(page);
    await question.getByRole("button", { name: "Cancel" }).click();

    await page.goto("/account");
    await expect(
      page.getByRole("main").getByText(HOSTILE["Northwind Trading"] ?? "", { exact: true }),
    ).toBeVisible();
    await expectOnlyText(page);
  });
}

test("a hostile answer of Fivetran to an act is shown as its words", async ({ page, sandbox }) => {
  await show(page, 390);
  await openConnection(page, "recurly");
  await sandbox.fault(
    { kind: "error", status: 409, code: "Conflict", message: MESSAGE },
    { operation: "modify_connection" },
  );
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  const notices = page.getByRole("region", { name: /^Notices/ });
  await expect(notices.getByRole("alert")).toContainText(SCRIPT);
  await expect(notices.locator("img, script")).toHaveCount(0);
  await expectOnlyText(page);
});

test("a name that holds a right-to-left override does not turn the words around it", async ({
  page,
  sandbox: _seeded,
}) => {
  await toConnections(page);
  const row = page.getByRole("row").filter({ hasText: "עברית" });
  const isolated = row.getByRole("link").locator("bdi");
  await expect(isolated).toHaveText(HOSTILE.salesforce ?? "");
  expect(await isolated.evaluate((element) => getComputedStyle(element).unicodeBidi)).toMatch(/isolate/);
});
