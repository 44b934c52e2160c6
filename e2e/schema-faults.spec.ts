import type { Page } from "@playwright/test";
import { SEEN } from "@/e2e/fixtures/console";
import type { SandboxControl } from "@/e2e/fixtures/sandbox-control";
import {
  apply,
  closeDrawer,
  draft,
  drawer,
  expand,
  expectNoDraft,
  grid,
  openSchema,
  review,
  row,
  searchBox,
  sync,
  toSchema,
} from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";
import type { World } from "@/e2e/fixtures/world";

interface Tables {
  schemas: Record<string, { tables: Record<string, { enabled: boolean }> }>;
}

// Each waits for what Fivetran would take, on a machine that may be busy.
test.describe.configure({ timeout: 300_000 });

const WRITE = { operation: "modify_connection_schema_config" };

const patches = (world: World) => world.proxy.sent.filter(({ method }) => method === "PATCH").length;

const isOn = async (sandbox: SandboxControl, table: string) => {
  const id = await sandbox.idOf("shop_prod");
  const { schemas } = (await sandbox.call("GET", `/connections/${id}/schemas`)) as Tables;
  return schemas.public?.tables[table]?.enabled;
};

/** Applies what fails, sees that nothing of it is claimed, and reviews what is left. */
async function applyInVain(page: Page, reason: RegExp): Promise<void> {
  await drawer(page)
    .getByRole("button", { name: /^Apply/ })
    .click();
  await expect(drawer(page).getByText("Failed", { exact: true })).toBeVisible(SEEN);
  await expect(drawer(page)).toContainText(/Nothing was applied\./);
  await expect(drawer(page)).toContainText(reason);
  await expect(drawer(page)).toContainText("1 change not applied. Your draft still holds it.");
  await expect(draft(page)).toContainText("1 change");
  await drawer(page).getByRole("button", { name: "Review what is left" }).click();
  await expect(drawer(page).getByText(/^Read again from Fivetran/)).toBeVisible(SEEN);
}

test("an apply that never arrives, is refused, waits for quota, or loses its answer: true each time, never sent twice", async ({
  page,
  sandbox,
  world,
}) => {
  await openSchema(page, "shop_prod");
  await expand(page, "public");
  await sync(page, "categories").click();
  await review(page);
  const before = patches(world);
  await sandbox.fault({ kind: "reset" }, WRITE, { times: 1 });
  await applyInVain(page, /read again/);
  expect(await isOn(sandbox, "categories")).toBe(true);

  await sandbox.fault(
    { kind: "error", status: 404, code: "NotFound_Table", message: "No such table" },
    WRITE,
    { times: 1 },
  );
  await applyInVain(page, /No such table/);
  expect(patches(world) - before).toBe(2);

  await sandbox.fault({ kind: "rate_limit", retry_after: "seconds", seconds: 8 }, WRITE, { times: 1 });
  await drawer(page)
    .getByRole("button", { name: /^Apply/ })
    .click();
  await expect(drawer(page)).toContainText(/budget is used up/);
  await expect(drawer(page).getByText("Done", { exact: true }).first()).toBeVisible(SEEN);
  expect(patches(world) - before, "held back by the quota, and then sent").toBe(4);
  expect(await isOn(sandbox, "categories")).toBe(false);
  await expectNoDraft(page);

  await drawer(page).getByRole("button", { name: "Done with it" }).click();
  await sync(page, "shipments").click();
  await review(page);
  await sandbox.fault({ kind: "lost_answer" }, WRITE, { times: 1 });
  await apply(page);
  expect(patches(world) - before, "looked up, not sent again").toBe(5);
  expect(await isOn(sandbox, "shipments")).toBe(false);
  await expect(sync(page, "shipments")).not.toBeChecked();
  await expectNoDraft(page);
});

test("columns that cannot be had, and names that vanish before they are applied: told, left out, the rest applied", async ({
  page,
  sandbox,
}) => {
  const id = await sandbox.idOf("shop_prod");
  // A name of its own: columns that were read once are kept.
  const fresh = `parcels_${Date.now()}`;
  await sandbox.source("shop_prod", {
    changes: [{ kind: "add_table", schema: "public", table: fresh, columns: ["id", "weight"] }],
  });
  await sandbox.call("POST", `/connections/${id}/schemas/reload`, {});
  await openSchema(page, "shop_prod");
  await expand(page, "public");
  await expect(row(page, "stock_levels_view"), "a table without columns to choose").not.toHaveAttribute(
    "aria-expanded",
    /./,
  );
  await sync(page, "stock_levels_view").click();
  await sync(page, "feature_flags").click();
  await sandbox.fault(
    { kind: "error", status: 404, code: "NotFound_Table", message: "No such table" },
    { operation: "connection_column_config" },
  );
  await searchBox(page).fill(fresh);
  await expand(page, fresh);
  await expect(grid(page).getByText(/^Its columns could not be read: /)).toBeVisible(SEEN);
  await sandbox.faults([]);
  await grid(page).getByRole("button", { name: "Try again" }).click();
  await expect(row(page, "weight")).toBeVisible(SEEN);
  await searchBox(page).fill("");

  await expand(page, "users");
  await sync(page, "locale").click();
  await expect(draft(page)).toContainText("3 changes");
  await sandbox.source("shop_prod", {
    changes: [
      { kind: "rename_table", schema: "public", table: "feature_flags", to: "toggles" },
      { kind: "drop_column", schema: "public", table: "users", column: "locale" },
    ],
  });
  await sandbox.call("POST", `/connections/${id}/schemas/reload`, {});
  const drawn = await review(page);
  const conflict = drawn.getByRole("region", { name: "Edited elsewhere meanwhile" });
  await expect(conflict).toContainText("users.locale");
  await expect(conflict).toContainText("public.feature_flags");
  await expect(conflict).toContainText("It was deleted at the source.");
  await expect(drawn.getByRole("button", { name: /^Apply/ })).toHaveAttribute("aria-disabled", "true");
  await conflict.getByRole("button", { name: "Leave out all 2" }).click();
  await expect(conflict).toHaveCount(0);
  await apply(page);
  expect(await isOn(sandbox, "stock_levels_view")).toBe(false);
  await expectNoDraft(page);
  await closeDrawer(page);
  await searchBox(page).fill("toggles");
  await expect(row(page, "toggles")).toContainText("New");
  await searchBox(page).fill("feature_flags");
  await expect(row(page, "feature_flags")).toContainText("Deleted at the source");
});

test("Fivetran is down while a schema is opened for the first time: said, and there at the next try", async ({
  page,
  sandbox,
}, { repeatEachIndex }) => {
  // Where the test is repeated, each time one that was not read before.
  const name = ["xero_ie", "intercom", "freshdesk"][repeatEachIndex % 3] ?? "";
  await sandbox.fault(
    { kind: "error", status: 503, code: "Unavailable", message: "Down for maintenance" },
    { operation: "connection_schema_config" },
  );
  await toSchema(page, name);
  const main = page.getByRole("main");
  await expect(main).toContainText(/503|could not be read|Down for maintenance/, SEEN);
  await sandbox.faults([]);
  await main.getByRole("button", { name: /again/i }).first().click();
  await expect(grid(page)).toBeVisible(SEEN);

  await sandbox.fault({ kind: "reset" }, { operation: "connection_schema_config" });
  await page.getByRole("button", { name: "Read again" }).click();
  await expect(page.getByText(/could not be reached|no usable answer|not be read/i).first()).toBeVisible(
    SEEN,
  );
  await expect(grid(page), "what was read before stays").toBeVisible();
});
