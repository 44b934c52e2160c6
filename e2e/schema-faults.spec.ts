import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SEEN } from "@/e2e/fixtures/console";
import {
  apply,
  draft,
  drawer,
  expand,
  expectNoDraft,
  grid,
  openHistory,
  openSchema,
  review,
  row,
  sync,
  toSchema,
} from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";
import type { World } from "@/e2e/fixtures/world";
import { startServer } from "@/scripts/launch/world.mjs";

interface Tables {
  schemas: Record<string, { tables: Record<string, { enabled: boolean }> }>;
}

const patches = (world: World) => world.proxy.sent.filter(({ method }) => method === "PATCH").length;

test("the answer to an apply is lost after Fivetran made it: looked up, not sent again, and true", async ({
  page,
  sandbox,
  world,
}) => {
  const id = await sandbox.idOf("shop_prod");
  await openSchema(page, "shop_prod");
  await expand(page, "public");
  await sync(page, "categories").click();
  await review(page);
  const before = patches(world);
  await sandbox.fault(
    { kind: "lost_answer" },
    { operation: "modify_connection_schema_config" },
    { times: 1 },
  );
  await apply(page);
  expect(patches(world) - before).toBe(1);
  const { schemas } = (await sandbox.call("GET", `/connections/${id}/schemas`)) as Tables;
  expect(schemas.public?.tables.categories?.enabled).toBe(false);
  await expect(sync(page, "categories")).not.toBeChecked();
  await expectNoDraft(page);
});

test("a change that never arrived is not claimed: the draft stays and can be applied again", async ({
  page,
  sandbox,
}) => {
  await openSchema(page, "shop_prod");
  await expand(page, "public");
  await sync(page, "categories").click();
  await review(page);
  await sandbox.fault({ kind: "reset" }, { operation: "modify_connection_schema_config" }, { times: 1 });
  await drawer(page)
    .getByRole("button", { name: /^Apply/ })
    .click();
  await expect(drawer(page).getByText("Failed", { exact: true })).toBeVisible(SEEN);
  await expect(drawer(page)).toContainText("Nothing was applied.");
  const id = await sandbox.idOf("shop_prod");
  const { schemas } = (await sandbox.call("GET", `/connections/${id}/schemas`)) as Tables;
  expect(schemas.public?.tables.categories?.enabled).toBe(true);
  await drawer(page).getByRole("button", { name: "Close" }).first().click();
  await expect(draft(page)).toContainText("1 change");
  await review(page);
  await apply(page);
  await expectNoDraft(page);
});

test("columns that cannot be had: none to choose, or an answer that is an error, until it is tried again", async ({
  page,
  sandbox,
}) => {
  await openSchema(page, "shop_prod");
  await expand(page, "public");
  await expect(row(page, "stock_levels_view")).not.toHaveAttribute("aria-expanded", /./);
  await sync(page, "stock_levels_view").click();
  await expect(row(page, "stock_levels_view")).toContainText("Will stop syncing");
  await sandbox.fault(
    { kind: "error", status: 404, code: "NotFound_Table", message: "No such table" },
    { operation: "connection_column_config" },
  );
  await expand(page, "stores");
  await expect(grid(page).getByText(/^Its columns could not be read: /)).toBeVisible(SEEN);
  await sandbox.faults([]);
  await grid(page).getByRole("button", { name: "Try again" }).click();
  await expect(row(page, "manager_email")).toBeVisible(SEEN);
});

test("names that vanish between opening and applying: each is told, left out, and the rest is applied", async ({
  page,
  sandbox,
}) => {
  await openSchema(page, "shop_prod");
  const id = await sandbox.idOf("shop_prod");
  await expand(page, "public");
  await expand(page, "users");
  await sync(page, "locale").click();
  await sync(page, "feature_flags").click();
  await sync(page, "shipments").click();
  await expect(draft(page)).toContainText("3 changes");
  await sandbox.source("shop_prod", {
    changes: [
      { kind: "rename_table", schema: "public", table: "feature_flags", to: "toggles" },
      { kind: "drop_table", schema: "public", table: "categories" },
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
  const { schemas } = (await sandbox.call("GET", `/connections/${id}/schemas`)) as Tables;
  expect(schemas.public?.tables.shipments?.enabled).toBe(false);
  await expectNoDraft(page);
  await expect(row(page, "toggles")).toContainText("New");
  await expect(row(page, "feature_flags")).toContainText("Deleted at the source");
});

test("Fivetran is down while a schema is opened for the first time: said, and there at the next try", async ({
  page,
  sandbox,
}) => {
  await sandbox.fault(
    { kind: "error", status: 503, code: "Unavailable", message: "Down for maintenance" },
    { operation: "connection_schema_config" },
  );
  await toSchema(page, "xero_ie");
  const main = page.getByRole("main");
  await expect(main).toContainText(/503|could not be read|Down for maintenance/);
  await sandbox.faults([]);
  await main.getByRole("button", { name: /again/i }).first().click();
  await expect(row(page, "xero")).toBeVisible(SEEN);

  await sandbox.fault({ kind: "reset" }, { operation: "connection_schema_config" });
  await page.reload();
  await expect(row(page, "xero")).toBeVisible();
  await page.getByRole("button", { name: "Read again" }).click();
  await expect(page.getByText(/could not be reached|no usable answer|not be read/i).first()).toBeVisible(
    SEEN,
  );
  await expect(row(page, "xero")).toBeVisible();
});

test("the budget is used up at an apply: until when, nothing changed, and it goes on afterwards", async ({
  page,
  sandbox,
}) => {
  await openSchema(page, "shop_prod");
  await expand(page, "public");
  await sync(page, "categories").click();
  await review(page);
  await sandbox.fault(
    { kind: "rate_limit", retry_after: "seconds", seconds: 5 },
    { operation: "modify_connection_schema_config" },
    { times: 1 },
  );
  await drawer(page)
    .getByRole("button", { name: /^Apply/ })
    .click();
  await expect(drawer(page)).toContainText(/budget|quota/i);
  await expect(page.getByText(/^API budget is used up until/)).toHaveCount(0, SEEN);
  const ended = drawer(page).getByText(/^(Done|Failed)$/);
  await expect(ended).toBeVisible(SEEN);
  if ((await ended.innerText()) === "Failed") {
    await drawer(page).getByRole("button", { name: "Close" }).first().click();
    await expect(draft(page)).toContainText("1 change");
    await review(page);
    await apply(page);
  }
  await expectNoDraft(page);
});

test.describe("the process is killed in the middle of an apply", () => {
  let folder = "";
  const started: ChildProcess[] = [];
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "headgate-schema-kill-"));
  });
  test.afterEach(() => {
    for (const child of started.splice(0)) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  });

  for (const [fault, what, made] of [
    [{ kind: "slow_body", bytes_per_second: 1 }, "Fivetran has made the change", true],
    [{ kind: "delay", ms: 60_000 }, "Fivetran has not begun", null],
  ] as const) {
    test(`${what}: after a start it is said truly, and nothing is lost`, async ({ page, sandbox, world }) => {
      const id = await sandbox.idOf("shop_prod");
      const start = async () => {
        const server = await startServer(["scripts/start.mjs"], {
          env: {
            PORT: "0",
            DATA_DIR: folder,
            LOG_LEVEL: "warn",
            HEADGATE_POLL_MS: "1000",
            FIVETRAN_API_URL: world.proxy.url,
            FIVETRAN_API_KEY: world.credentials.key,
            FIVETRAN_API_SECRET: world.credentials.secret,
          },
          ready: /ready at (http:\/\/\S+)/,
        });
        started.push(server.child);
        return { url: server.match[1] ?? "", server };
      };
      const first = await start();
      await openSchema(page, "shop_prod", first.url);
      await expand(page, "public");
      await sync(page, "categories").click();
      await expect(draft(page).getByText(/^saved/)).toBeVisible();
      await review(page);
      const before = patches(world);
      await sandbox.fault(fault, { operation: "modify_connection_schema_config" }, { times: 1 });
      await drawer(page)
        .getByRole("button", { name: /^Apply/ })
        .click();
      await expect.poll(() => patches(world) - before).toBe(1);
      first.server.child.kill("SIGKILL");
      await first.server.ended;

      const second = await start();
      await page.goto(`${second.url}/connections/${id}/schema`);
      await expect
        .poll(async () => {
          const jobs = (await (await fetch(`${second.url}/api/connections/${id}/schema/jobs`)).json()) as {
            state: string;
          }[];
          return jobs[0]?.state;
        }, SEEN)
        .toMatch(/^(done|failed|unknown)$/);
      expect(patches(world) - before, "never sent again by itself").toBe(1);
      const { schemas } = (await sandbox.call("GET", `/connections/${id}/schemas`)) as Tables;
      const enabled = schemas.public?.tables.categories?.enabled;
      if (made) expect(enabled).toBe(false);
      await page.reload();
      await expand(page, "public");
      if (enabled) {
        await expect(draft(page)).toContainText("1 change");
        await expect(row(page, "categories")).toContainText("Will stop syncing");
      } else {
        await expect(sync(page, "categories")).not.toBeChecked();
        await openHistory(page);
        await expect(
          drawer(page)
            .getByText(/^(Applied|Edited elsewhere)/)
            .first(),
        ).toBeVisible();
      }
    });
  }
});
