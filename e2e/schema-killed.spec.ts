import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SEEN } from "@/e2e/fixtures/console";
import {
  closeDrawer,
  draft,
  drawer,
  expand,
  expectNoDraft,
  openHistory,
  openRevision,
  openSchema,
  review,
  row,
  sync,
} from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";
import { BRIEF } from "@/scripts/launch/child.mjs";
import { startServer } from "@/scripts/launch/world.mjs";

/** What a dead process left is looked at four times, with rests between. */
const SETTLED = { timeout: 120_000 };
const WRITE = { operation: "modify_connection_schema_config" };

test("killed in the middle of an apply, twice: what Fivetran made is found and kept as a revision, what it did not stays a draft", async ({
  page,
  sandbox,
  world,
}) => {
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), "headgate-schema-kill-"));
  const start = () =>
    startServer([...BRIEF, "scripts/start.mjs"], {
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
  const id = await sandbox.idOf("shop_prod");
  const patches = () =>
    world.proxy.sent.filter(({ method, path }) => method === "PATCH" && path.includes(`${id}/schemas`))
      .length;
  const before = patches();
  let headgate = await start();
  const url = () => headgate.match[1] ?? "";

  /** Applies the draft, kills the process once the request has left, and starts another one on the same data. */
  const applyAndKill = async (fault: object) => {
    const sent = patches();
    await expect(draft(page).getByText(/^saved/)).toBeVisible();
    await review(page);
    await sandbox.fault(fault, WRITE, { times: 1 });
    await drawer(page)
      .getByRole("button", { name: /^Apply/ })
      .click();
    await expect.poll(() => patches() - sent, SEEN).toBe(1);
    headgate.child.kill("SIGKILL");
    await headgate.ended;
    headgate = await start();
    await expect
      .poll(async () => {
        const answer = await fetch(`${url()}/api/connections/${id}/schema/jobs`);
        return answer.ok ? ((await answer.json()) as { state: string }[])[0]?.state : answer.status;
      }, SETTLED)
      .toMatch(/^(done|failed|unknown)$/);
    await page.goto(`${url()}/connections/${id}/schema`);
    await expand(page, "public");
  };

  try {
    await openSchema(page, "shop_prod", url());
    await expand(page, "public");
    await sync(page, "categories").click();
    await applyAndKill({ kind: "slow_body", bytes_per_second: 1 });
    await expect(sync(page, "categories")).not.toBeChecked();
    await expectNoDraft(page);
    await openHistory(page);
    await expect(await openRevision(page, /^Applied/)).toContainText("categories");
    await closeDrawer(page);

    await sync(page, "shipments").click();
    await applyAndKill({ kind: "reset" });
    await expect(row(page, "shipments")).toContainText("Will stop syncing");
    await expect(draft(page)).toContainText("1 change");
    expect(patches() - before, "never sent again by itself").toBe(2);
  } finally {
    headgate.child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
});
