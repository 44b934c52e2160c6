import type { Page } from "@playwright/test";
import { noticed, openConnection, panel, SEEN, verdict, withoutReload } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";

/** The line across the page about how Fivetran answers. */
function banner(page: Page, text: string | RegExp) {
  return page.getByRole("region", { name: "What holds for every page" }).getByText(text);
}

function notice(page: Page, text: string) {
  return page
    .getByRole("region", { name: /^Notices/ })
    .getByRole("listitem")
    .filter({ hasText: text });
}

/** What was read before is still there to look at. */
async function expectDataKept(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
  await expect(panel(page, "Schedule")).toContainText("by Fivetran");
}

test("Fivetran is gone and comes back: said, data kept, acts refused truly, recovered without a reload", async ({
  page,
  world,
  sandbox,
}) => {
  await openConnection(page, "linkedin_ads");
  await withoutReload(page, async () => {
    await world.proxy.go();
    await expect(banner(page, /^No answer from Fivetran for/)).toBeVisible(SEEN);
    await expect(banner(page, /What you see is as of .* UTC\./)).toBeVisible();
    await expectDataKept(page, "linkedin_ads");

    await page.getByRole("button", { name: "Pause", exact: true }).click();
    await expect(notice(page, "Not paused linkedin_ads")).toContainText("Nothing was sent.", SEEN);
    await expect(verdict(page)).toHaveText(/^Healthy\./);
    await noticed(page, "Not paused linkedin_ads");

    await page.getByRole("button", { name: "Try now" }).click();
    await expect(banner(page, /^No answer from Fivetran for/)).toBeVisible();

    await world.proxy.come();
    await expect(banner(page, /^No answer from Fivetran for/)).toHaveCount(0, { timeout: 40_000 });
    await page.getByRole("button", { name: "Pause", exact: true }).click();
    await noticed(page, "Paused linkedin_ads");
  });
  expect((await sandbox.connection("linkedin_ads")).paused).toBe(true);
});

for (const [fault, what] of [
  [{ kind: "bad_gateway_html" }, "a web page in place of an answer"],
  [{ kind: "half_body" }, "half an answer"],
  [{ kind: "reset" }, "a connection that breaks"],
] as const) {
  test(`${what}: the page says that Fivetran does not answer, and recovers by a press`, async ({
    page,
    sandbox,
  }) => {
    await openConnection(page, "pricing_feed");
    await withoutReload(page, async () => {
      await sandbox.fault(fault);
      await expect(banner(page, /^No answer from Fivetran for/)).toBeVisible(SEEN);
      await expect(page.getByRole("heading", { level: 1, name: "pricing_feed" })).toBeVisible();
      await sandbox.faults([]);
      await page.getByRole("button", { name: "Try now" }).click();
      await expect(banner(page, /^No answer from Fivetran for/)).toHaveCount(0, SEEN);
    });
  });
}

for (const retry_after of ["seconds", "date"] as const) {
  test(`the API budget is used up (Retry-After as ${retry_after}): until when, and on by itself`, async ({
    page,
    sandbox,
  }) => {
    await openConnection(page, "linkedin_pages");
    await withoutReload(page, async () => {
      await sandbox.fault({ kind: "rate_limit", retry_after, seconds: 8 }, {}, { times: 1 });
      await expect(banner(page, /^API budget is used up until .* UTC\.$/)).toBeVisible(SEEN);
      await expectDataKept(page, "linkedin_pages");
      await page.getByRole("button", { name: "Pause", exact: true }).click();
      await expect(notice(page, "linkedin_pages")).toBeVisible(SEEN);
      await expect(notice(page, "Not paused linkedin_pages")).toContainText(/Nothing was (sent|changed)\./);
      await expect(notice(page, "Not paused linkedin_pages")).toContainText(/Try again after .* UTC/);
      await noticed(page, "Not paused linkedin_pages");
      await expect(banner(page, /^API budget is used up/)).toHaveCount(0, SEEN);
      await page.getByRole("button", { name: "Pause", exact: true }).click();
      await noticed(page, "Paused linkedin_pages");
    });
    expect((await sandbox.connection("linkedin_pages")).paused).toBe(true);
  });
}

test("a refused key: said with the time, nothing is changed, and good again when the key is", async ({
  page,
  sandbox,
}) => {
  await openConnection(page, "mixpanel.event");
  await withoutReload(page, async () => {
    await sandbox.fault({ kind: "error", status: 401, code: "AuthFailed", message: "The key is wrong" });
    await expect(banner(page, /^Fivetran refused our key at .* UTC \(401\)\.$/)).toBeVisible(SEEN);
    await expectDataKept(page, "mixpanel.event");
    await page.getByRole("button", { name: "Pause", exact: true }).click();
    await expect(notice(page, "Not paused mixpanel.event")).toContainText("Fivetran refused the API key.");
    await expect(notice(page, "Not paused mixpanel.event")).toContainText("Nothing was changed.");
    await noticed(page, "Not paused mixpanel.event");
    await page.getByRole("link", { name: "Replace key" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Replace the key" })).toBeVisible();
    await sandbox.faults([]);
    await sandbox.fault({ kind: "error", status: 503, code: "Unavailable", message: "Down" });
    await page.getByRole("button", { name: "Read now" }).click();
    await expect(banner(page, /^No answer from Fivetran for/)).toBeVisible(SEEN);
    await expect(banner(page, /Before that it refused our key/)).toBeVisible();
    await sandbox.faults([]);
    await page.getByRole("button", { name: "Read now" }).click();
    await expect(banner(page, /^Fivetran refused our key/)).toHaveCount(0, SEEN);
  });
});

test("a slow Fivetran: the act shows that it is under way and ends well", async ({ page, sandbox }) => {
  await openConnection(page, "intercom");
  await sandbox.fault({ kind: "delay", ms: 2500 }, { operation: "modify_connection" });
  const pause = page.getByRole("button", { name: /^(Pause|Resume)$/ }).first();
  await pause.click();
  await expect(pause).toHaveAttribute("aria-busy", "true");
  await expect(verdict(page)).toHaveText(/^Paused\./);
  await noticed(page, "Paused intercom");
  await expect(pause).not.toHaveAttribute("aria-busy", "true");
  expect((await sandbox.connection("intercom")).paused).toBe(true);
});

test("an answer lost after the change was made: said to be not known, then shown as it is", async ({
  page,
  sandbox,
}) => {
  await openConnection(page, "freshdesk");
  await sandbox.fault({ kind: "lost_answer" }, { operation: "modify_connection" });
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(notice(page, "Outcome not known freshdesk")).toContainText("is not known", SEEN);
  await expect(verdict(page)).toHaveText(/^Paused\./, SEEN);
  expect((await sandbox.requests()).filter(({ method }) => method === "PATCH")).toHaveLength(1);
  expect((await sandbox.connection("freshdesk")).paused).toBe(true);
});

test("a change that never arrived: said to be not known, then shown as it is", async ({
  page,
  sandbox,
  sweep,
}) => {
  await openConnection(page, "freshdesk");
  await sandbox.fault({ kind: "reset" }, { operation: "modify_connection" });
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(notice(page, "Outcome not known freshdesk")).toContainText("is not known", SEEN);
  await sweep();
  await expect(verdict(page)).toHaveText(/^Healthy\./, SEEN);
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
  expect((await sandbox.connection("freshdesk")).paused).toBe(false);
});

test("a delete whose answer is lost ends in the truth", async ({ page, sandbox }) => {
  await openConnection(page, "feature_flags");
  await sandbox.fault({ kind: "lost_answer" }, { operation: "delete_connection" });
  await page.getByRole("button", { name: "More for feature_flags" }).click();
  await page.getByRole("menuitem", { name: "Delete connection" }).click();
  const question = page.getByRole("alertdialog", { name: "Delete feature_flags?" });
  await question.getByRole("textbox").fill("feature_flags");
  await question.getByRole("button", { name: "Delete connection" }).click();
  await expect(
    question
      .getByRole("alert")
      .filter({ hasText: "is not known" })
      .or(page.getByRole("heading", { level: 1, name: "This connection is not in the account" })),
  ).toBeVisible(SEEN);
  await expect(
    page.getByRole("heading", { level: 1, name: "This connection is not in the account" }),
  ).toBeVisible(SEEN);
});

test("reads that lag behind a change do not take it back on the page", async ({ page, sandbox }) => {
  await openConnection(page, "amplitude_app");
  await sandbox.fault({ kind: "stale_reads", ms: 4000 }, { operation: "modify_connection" });
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await noticed(page, "Paused amplitude_app");
  await expect(verdict(page)).toHaveText(/^Paused\./, SEEN);
  await sandbox.faults([]);
  await expect(verdict(page)).toHaveText(/^Paused\./, SEEN);
});
