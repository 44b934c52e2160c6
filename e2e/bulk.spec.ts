import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { expectNoOverflow, SEEN } from "@/e2e/fixtures/console";
import { focused } from "@/e2e/fixtures/keys";
import { expect, test } from "@/e2e/fixtures/test";
import { show } from "@/e2e/fixtures/views";

test.use({ worldOptions: { own: "bulk" } });

const NAMES = ["linkedin_ads", "linkedin_pages"];
const bar = (page: Page) => page.getByRole("region", { name: "Selection" });
const job = (page: Page, name: string) => page.getByRole("complementary", { name });
const ask = async (page: Page, act: string, verb: string) => {
  await bar(page).getByRole("button", { name: act, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: verb })).toBeVisible(SEEN);
  return dialog;
};

test("connections are chosen by keys, paused together, the failed ones again, and a job is stopped and gone on with", async ({
  page,
  sandbox,
}) => {
  await show(page, 1440);
  const refused = { kind: "error", status: 403, code: "Forbidden", message: "No right to this group" };
  const path = `/connections/${await sandbox.idOf("linkedin_pages")}`;
  await sandbox.faults([{ match: { method: "PATCH", path }, fault: refused, times: 1 }]);

  await page.goto("/connections?q=linkedin&sort=name");
  const rows = page.getByRole("grid", { name: "Connections" }).getByRole("row", { name: /linkedin/ });
  await expect(rows).toHaveCount(2, SEEN);
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  await expect(focused(page)).toContainText("linkedin_ads");
  await page.keyboard.press(" ");
  await expect(bar(page)).toContainText("1 selected");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(bar(page)).toContainText("2 selected");
  await expect(rows.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(bar(page)).toHaveCount(0);
  await page.keyboard.press("Control+a");
  await expect(bar(page)).toContainText("2 selected");
  await expectAccessible(page);

  const dialog = await ask(page, "Pause", "Pause 2 connections");
  await expect(dialog).toContainText("2 would be paused");
  await expect(dialog).toContainText("4 API calls");
  await expectAccessible(page, "[role=dialog]");
  await dialog.getByRole("button", { name: "Pause 2 connections" }).click();

  // The job is found again after a reload, by the address.
  const first = job(page, "Pause 2 connections");
  await expect(first).toContainText("1 paused, 1 failed.", SEEN);
  await page.reload();
  await expect(first.getByRole("region", { name: "What went wrong" })).toContainText(
    "No right to this group",
    SEEN,
  );
  await expectAccessible(page, "aside");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    first.getByRole("button", { name: "CSV" }).click(),
  ]);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv).toMatch(/^linkedin_ads,\w+,done,/m);
  expect(csv).toMatch(/^linkedin_pages,\w+,failed,/m);
  await first.getByRole("button", { name: "Retry the 1 failed" }).click();
  await expect(job(page, "Pause 1 connection")).toContainText("1 paused.", SEEN);
  for (const name of NAMES) expect((await sandbox.connection(name)).paused, name).toBe(true);

  // What is so already is told before, and costs nothing.
  await show(page, 390);
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("checkbox", { name: "Select linkedin_ads" }).click();
  await bar(page).getByRole("button", { name: "All 2 shown" }).click();
  await expectNoOverflow(page);
  const paused = await ask(page, "Pause", "Pause 0 connections");
  await expect(paused).toContainText("2 left alone: paused already");
  await expectNoOverflow(page);
  await paused.getByRole("button", { name: "Cancel" }).click();

  const late = { kind: "delay", ms: 600_000 };
  const ids = await Promise.all(NAMES.map((name) => sandbox.idOf(name)));
  await sandbox.faults(
    ids.map((id) => ({ match: { method: "GET", path: `/connections/${id}` }, fault: late, times: 1 })),
  );
  const resume = await ask(page, "Resume", "Resume 2 connections");
  await resume.getByRole("button", { name: "Resume 2 connections" }).click();
  const stopped = page.getByRole("dialog", { name: "Resume 2 connections" });
  await stopped.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(stopped).toContainText("2 not reached", SEEN);
  await sandbox.faults([]);
  await stopped.getByRole("button", { name: "Go on with 2 connections" }).click();
  await expect(page.getByRole("dialog", { name: "Resume 2 connections" })).toContainText("2 resumed.", SEEN);
  await expectNoOverflow(page);
  for (const name of NAMES) expect((await sandbox.connection(name)).paused, name).toBe(false);
});
