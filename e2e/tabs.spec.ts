import { openConnection, SEEN, toConnections, verdict, withoutReload } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";

test("what one tab does shows in the other without a reload, over one stream", async ({
  page,
  context,
  sandbox: _seeded,
}) => {
  const streams: string[] = [];
  context.on("request", (request) => {
    if (new URL(request.url()).pathname === "/api/events") streams.push(request.url());
  });
  await openConnection(page, "shopify_au");
  const other = await context.newPage();
  await toConnections(other);
  await other.getByRole("searchbox", { name: "Filter connections" }).fill("shopify_au");
  const row = other.getByRole("row").filter({ hasText: "shopify_au" });
  await withoutReload(other, async () => {
    await page.getByRole("button", { name: "Pause", exact: true }).click();
    await expect(verdict(page)).toHaveText(/^Paused\./);
    await expect(row).toContainText("Paused");
    await other.getByRole("button", { name: "Actions for shopify_au" }).click();
    await other.getByRole("menuitem", { name: "Resume" }).click();
    await expect(verdict(page)).not.toHaveText(/^Paused\./);
  });
  expect(streams).toHaveLength(1);
});

test("closing the tab that holds the stream hands it to the other", async ({ page, context, sandbox }) => {
  await page.goto("/");
  await expect(page.getByTitle(/; live$/)).toBeVisible();
  const other = await context.newPage();
  await openConnection(other, "shopify_au");
  const taken = other.waitForRequest((request) => new URL(request.url()).pathname === "/api/events");
  await withoutReload(other, async () => {
    await page.close();
    await taken;
    await expect(other.getByTitle(/; live$/)).toBeVisible(SEEN);
    await expect(other.getByText("Live updates are off.")).toHaveCount(0);
    const id = await sandbox.idOf("shopify_au");
    await sandbox.call("PATCH", `/connections/${id}`, { paused: true, run_setup_tests: false });
    await expect(verdict(other)).toHaveText(/^Paused\./, SEEN);
  });
});
