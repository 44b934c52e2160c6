import { SEEN, verdict } from "@/e2e/fixtures/console";
import { draft, drawer, grid } from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";
import {
  atStep,
  beginSetup,
  chooseDestination,
  create,
  created,
  forgetSent,
  goOn,
  hostKeyOf,
  runSetupTests as runTests,
  startAndWatch,
  tests,
  type,
} from "@/e2e/fixtures/wizard";

const SECRET = "hgCanaryPassword7vQ2xLw9";

test.use({ worldOptions: { own: "wizard" } });
test.describe.configure({ timeout: 240_000 });

test("postgres over SSH: the host key compared, e-mail hashed before the first sync, that sync watched to its end", async ({
  page,
  sandbox,
  world,
}) => {
  forgetSent(world);
  await beginSetup(page, "postgres", "PostgreSQL");
  await chooseDestination(page, "Analytics");
  await goOn(page, "Name the connection");
  await type(page, "Destination schema prefix", "orders_replica");
  await goOn(page, "Reach PostgreSQL");
  await page.getByRole("radio", { name: /^SSH tunnel/ }).check();
  await type(page, "SSH host", "jump.example.com");
  await type(page, "SSH port", "22");
  await type(page, "SSH user", "fivetran");
  await expect(page.getByRole("region", { name: "Public key of this group" })).toContainText("ssh-");
  await goOn(page, "Configure PostgreSQL");
  await type(page, "Host", "orders.db.example.com");
  await type(page, "Port", "5432");
  await type(page, "Database", "orders");
  await goOn(page, "Sign in to PostgreSQL");
  await type(page, "User", "fivetran");
  await type(page, "Password", SECRET);
  await goOn(page, "When it syncs");
  await goOn(page, "Review and create");
  await expect(page.locator("main")).not.toContainText(SECRET);
  await create(page, "PostgreSQL");
  const body = created(world);
  expect(body).toMatchObject({
    service: "postgres",
    paused: true,
    run_setup_tests: false,
    config: { schema_prefix: "orders_replica", connection_type: "SshTunnel", tunnel_port: 22, port: 5432 },
  });
  expect(body.trust_fingerprints ?? false).toBe(false);

  await runTests(page);
  await expect(tests(page).getByRole("heading", { name: /^Unknown SSH host key/ })).toBeVisible(SEEN);
  await expect(tests(page).getByText("Not reached", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Choose what syncs" })).toHaveCount(0);
  const hash = await hostKeyOf(sandbox, "orders_replica");
  await tests(page).getByRole("textbox").fill("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
  await expect(tests(page).getByRole("button", { name: "Approve host key" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await tests(page).getByRole("textbox").fill(`SHA256:${hash}`);
  await tests(page).getByRole("button", { name: "Approve host key" }).click();
  await expect(tests(page).getByText("The host key is approved.")).toBeVisible();
  await runTests(page);
  await page.getByRole("button", { name: "Choose what syncs" }).click(SEEN);

  await atStep(page, "Choose what syncs");
  await page.getByRole("button", { name: "Read the tables" }).click();
  await expect(grid(page)).toBeVisible(SEEN);
  await page.getByRole("button", { name: "Read all columns and suggest" }).click();
  await page
    .getByRole("button", { name: /^Hash the \d+ columns that look personal$/ })
    .click({ timeout: 90_000 });
  await expect(draft(page)).toContainText(/\d+ changes/);

  await page.getByRole("button", { name: "Go on to the start" }).click();
  await expect(page.getByText(/changes of the schema are not applied/)).toBeVisible();
  await page.getByRole("button", { name: "Review and apply" }).click();
  await draft(page).getByRole("button", { name: "Review changes" }).click();
  await drawer(page)
    .getByRole("button", { name: /^Apply \d+ changes$/ })
    .click(SEEN);
  await expect(drawer(page).getByText(/^\d+ changes applied/)).toBeVisible(SEEN);
  await drawer(page)
    .getByRole("button", { name: /^(Close|Done)$/ })
    .first()
    .click();

  const id = await sandbox.idOf("orders_replica");
  const { schemas } = (await sandbox.call("GET", `/connections/${id}/schemas`)) as {
    schemas: Record<string, { tables: Record<string, { columns?: Record<string, { hashed: boolean }> }> }>;
  };
  expect(schemas.public?.tables.users?.columns?.email?.hashed).toBe(true);
  expect(await sandbox.connection("orders_replica")).toMatchObject({ paused: true, succeeded_at: null });

  await page.getByRole("button", { name: "Go on to the start" }).click();
  await startAndWatch(page, sandbox);
  await page.getByRole("button", { name: "Go to the connection" }).click();
  await expect(verdict(page)).toHaveText(/^Healthy\./, SEEN);
  await page.goto("/connections/new");
  await expect(page.getByRole("region", { name: "Unfinished" })).toHaveCount(0);
  expect(world.log()).not.toContain(SECRET);
});
