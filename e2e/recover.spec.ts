import {
  noticed,
  openConnection,
  panel,
  runTests,
  SEEN,
  verdict,
  withoutReload,
} from "@/e2e/fixtures/console";
import type { SandboxControl } from "@/e2e/fixtures/sandbox-control";
import { expect, test } from "@/e2e/fixtures/test";

/** What the host shows, learnt by another way than the console. */
async function keyOf(sandbox: SandboxControl, name: string): Promise<string> {
  const id = await sandbox.idOf(name);
  const { setup_tests } = (await sandbox.call("POST", `/connections/${id}/test`, {})) as {
    setup_tests: { details?: unknown }[];
  };
  const hash = /"hash":"([^"]+)"/.exec(JSON.stringify(setup_tests))?.[1];
  if (!hash) throw new Error(`No key of ${name} waits for approval.`);
  return hash;
}

test("a host key that changed breaks a connection; seen why, compared, approved, recovered by a sync", async ({
  page,
  sandbox,
}) => {
  await sandbox.onlyWhenAsked("shop_prod");
  await openConnection(page, "shop_prod");
  const status = page.getByRole("region", { name: "Status" });
  const tests = panel(page, "Setup tests");
  await withoutReload(page, async () => {
    await sandbox.source("shop_prod", { host_key: "change" });
    await page.getByRole("button", { name: "Sync now" }).click();
    await noticed(page, "Sync asked for shop_prod");
    await expect(verdict(page)).toHaveText(/^Syncing\./, SEEN);
    await sandbox.clock({ advance_ms: 6 * 60_000 });

    await expect(verdict(page)).toHaveText(
      /^Broken\. Last failure .* UTC; first seen broken .* UTC\.$/,
      SEEN,
    );
    await expect(status).toContainText(/Fivetran says:.*SSH/);
    await expect(panel(page, "Fivetran, word for word")).toContainText("reconnect");

    await runTests(page);
    await expect(tests.getByRole("heading", { name: /^Unknown SSH host key/ })).toBeVisible(SEEN);
    await expect(tests.getByText("Failed", { exact: true })).toHaveCount(1);
    const hash = await keyOf(sandbox, "shop_prod");
    await expect(tests.getByText(hash, { exact: true })).toBeVisible();

    const approve = tests.getByRole("button", { name: "Approve host key" });
    const expected = tests.getByRole("textbox", { name: /^Paste the host key/ });
    await expect(approve).toHaveAttribute("aria-disabled", "true");
    await expected.fill("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    await expect(tests.getByText(/^This is not the host key above/)).toBeVisible();
    await approve.click({ force: true });
    const approvals = async () =>
      (await sandbox.requests()).filter(({ operation }) => operation === "approve_connection_fingerprint");
    expect(await approvals()).toEqual([]);

    await expected.fill(`SHA256:${hash}`);
    await expect(tests.getByText("It is the same.")).toBeVisible();
    await approve.click();
    await expect(tests.getByText("The host key is approved.")).toBeVisible();
    expect(await approvals()).toHaveLength(1);

    await runTests(page);
    await expect(tests.getByText("Passed", { exact: true }).first()).toBeVisible(SEEN);
    await expect(tests.getByText("Failed", { exact: true })).toHaveCount(0);
    await expect(verdict(page)).toHaveText(/^Broken\./);

    await page.getByRole("button", { name: "Sync now" }).first().click();
    await noticed(page, "Sync asked for shop_prod");
    await sandbox.clock({ advance_ms: 6 * 60_000 });
    await expect(verdict(page)).toHaveText(/^Healthy\./, SEEN);
  });
});

test("a certificate that changed is shown with its fingerprints and approved only after a look", async ({
  page,
  sandbox,
  world,
}) => {
  await sandbox.onlyWhenAsked("inventory_service");
  await openConnection(page, "inventory_service");
  await expect(verdict(page)).toHaveText(/^Broken\./);
  await runTests(page);
  const tests = panel(page, "Setup tests");
  await expect(tests.getByRole("heading", { name: /^Unknown TLS certificate/ }).first()).toBeVisible(SEEN);
  const approve = tests.getByRole("button", { name: "Approve certificate" }).first();
  await expect(approve).toHaveAttribute("aria-disabled", "true");
  await tests.getByRole("checkbox", { name: "I have compared it by other means" }).first().check();
  await approve.click();
  await expect(tests.getByText("The certificate is approved.")).toBeVisible();
  await runTests(page);
  await expect(tests.getByRole("heading", { name: /^Unknown TLS certificate/ })).toHaveCount(0, SEEN);
  await page.getByRole("button", { name: "Sync now" }).first().click();
  await noticed(page, "Sync asked for inventory_service");
  await sandbox.clock({ advance_ms: 6 * 60_000 });
  await expect(verdict(page)).toHaveText(/^Healthy\./, SEEN);
  const asked = world.proxy.sent.filter(({ path }) => path.endsWith("/test"));
  expect(asked.map(({ body }) => body)).toEqual(asked.map(() => ({})));
});

test("an approval can be looked up and taken back, behind a question", async ({ page, sandbox }) => {
  await openConnection(page, "shop_prod");
  const keys = panel(page, "Approved keys");
  await keys.getByRole("button", { name: "Show" }).click();
  const revoke = keys.getByRole("button", { name: /^Revoke host key / });
  await expect(revoke).toHaveCount(1);
  await revoke.click();
  const question = page.getByRole("alertdialog", { name: "Revoke this host key?" });
  await question.getByRole("button", { name: "Revoke host key" }).click();
  await expect(question).toHaveCount(0);
  await expect(keys.getByText("None is approved.")).toBeVisible();
  const id = await sandbox.idOf("shop_prod");
  expect(await sandbox.call("GET", `/connections/${id}/fingerprints`)).toMatchObject({ items: [] });
});

test("setup tests go on when their tab is closed", async ({ page, context, sandbox }) => {
  await openConnection(page, "wms_warehouse");
  const address = page.url();
  await sandbox.fault({ kind: "delay", ms: 1500 }, { operation: "run_setup_tests" });
  await runTests(page);
  await expect(page.getByRole("progressbar", { name: "Setup tests running" })).toBeVisible();
  await page.close();
  const later = await context.newPage();
  await later.goto(address);
  const tests = panel(later, "Setup tests");
  await expect(tests.getByText("Passed", { exact: true }).first()).toBeVisible(SEEN);
  await expect(tests.getByText("Failed", { exact: true })).toHaveCount(0);
});
