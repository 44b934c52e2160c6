import type { Page } from "@playwright/test";
import { noticed, openConnection, panel, SEEN, verdict } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";

async function edit(page: Page) {
  await panel(page, "Schedule").getByRole("button", { name: "Change" }).click();
  const form = page.getByRole("form", { name: "Schedule" });
  return {
    form,
    started: form.getByRole("combobox", { name: "Syncs are started" }),
    frequency: form.getByRole("combobox", { name: "Frequency" }),
    daily: form.getByRole("combobox", { name: "Daily time" }),
    save: form.getByRole("button", { name: "Save schedule" }),
  };
}

test("another frequency: one of eleven, and only it is sent", async ({ page, sandbox, world }) => {
  await openConnection(page, "jira_cloud");
  const { frequency, save } = await edit(page);
  await expect(frequency.getByRole("option")).toHaveCount(11);
  await expect(save).toHaveAttribute("aria-disabled", "true");
  await frequency.selectOption({ label: "every 30 min" });
  await save.click();
  await noticed(page, "Settings saved jira_cloud");
  await expect(panel(page, "Schedule")).toContainText("30 min");
  expect(world.proxy.sent.findLast(({ method }) => method === "PATCH")?.body).toEqual({
    sync_frequency: 30,
    run_setup_tests: false,
  });
  expect((await sandbox.connection("jira_cloud")).sync_frequency).toBe(30);
  await expect(panel(page, "History").getByText("sync_frequency: 360 to 30").first()).toBeVisible(SEEN);
});

test("once a day at a time, said in both zones", async ({ page, sandbox, world }) => {
  await openConnection(page, "klaviyo");
  const { form, frequency, daily, save } = await edit(page);
  await expect(daily).toHaveCount(0);
  await frequency.selectOption({ label: "every 24 h" });
  await expect(daily.getByRole("option")).toHaveCount(25);
  await daily.selectOption("14:00");
  await expect(form).toContainText("14:00 as UTC, which is 15:00 in the destination’s zone (UTC+1)");
  await save.click();
  await noticed(page, "Settings saved klaviyo");
  expect(world.proxy.sent.findLast(({ method }) => method === "PATCH")?.body).toEqual({
    sync_frequency: 1440,
    daily_sync_time: "14:00",
    run_setup_tests: false,
  });
  const saved = await sandbox.connection("klaviyo");
  expect(saved).toMatchObject({ sync_frequency: 1440, daily_sync_time: "14:00" });
  await expect(panel(page, "Schedule")).toContainText("14:00");
});

test("a manual schedule says that nobody retries, and is taken back", async ({ page, sandbox }) => {
  await openConnection(page, "github_platform");
  const manual = await edit(page);
  await manual.started.selectOption("manual");
  await expect(manual.form).toContainText("a rescheduled sync is never retried");
  await manual.save.click();
  await noticed(page, "Settings saved github_platform");
  await expect(panel(page, "Schedule")).toContainText("only when asked");
  expect((await sandbox.connection("github_platform")).schedule_type).toBe("manual");

  const auto = await edit(page);
  await auto.started.selectOption("auto");
  await auto.save.click();
  await expect(panel(page, "Schedule")).toContainText("by Fivetran");
  await expect.poll(async () => (await sandbox.connection("github_platform")).schedule_type).toBe("auto");
});

test("what is typed stays when Fivetran refuses, with its reason", async ({ page, sandbox }) => {
  await openConnection(page, "xero_ie");
  await sandbox.fault(
    { kind: "error", status: 409, code: "Conflict", message: "Another change is under way" },
    { operation: "modify_connection" },
  );
  const { frequency, save, form } = await edit(page);
  await frequency.selectOption("60");
  await save.click();
  await expect(form.getByRole("alert")).toContainText("Another change is under way");
  await expect(form.getByRole("alert")).toContainText("Nothing was changed.");
  await expect(frequency).toHaveValue("60");
  await sandbox.faults([]);
  await save.click();
  await noticed(page, "Settings saved xero_ie");
  expect((await sandbox.connection("xero_ie")).sync_frequency).toBe(60);
});

test("a late connection is put off by Fivetran and well after a sync; on a manual schedule it is told to be started by hand", async ({
  page,
  sandbox,
}) => {
  await openConnection(page, "xero_ie");
  await expect(verdict(page)).toHaveText(/^Delayed/);
  const id = await sandbox.idOf("xero_ie");
  const sync = async (outcome: string) => {
    await sandbox.call("POST", `/connections/${id}/sync`, { force: true });
    await sandbox.endSync("xero_ie", { outcome });
  };
  await sync("rescheduled");
  await expect(verdict(page)).toHaveText(/^Rescheduled/, SEEN);
  await sync("succeeded");
  await expect(verdict(page)).toHaveText(/^Healthy\./, SEEN);

  await openConnection(page, "ops_base");
  await expect(verdict(page)).toHaveText(/^Rescheduled/);
  await expect(page.getByRole("region", { name: "Status" })).toContainText(
    "On a manual schedule Fivetran does not retry by itself",
  );
});
