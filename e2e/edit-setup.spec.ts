import { noticed, openConnection, panel, SEEN } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";
import { forgetSent } from "@/e2e/fixtures/wizard";

test.describe.configure({ timeout: 180_000 });

test("settings are edited: only what changed is sent, secrets stay, a collision is settled, tests are offered", async ({
  page,
  sandbox,
  world,
}) => {
  const id = await sandbox.idOf("shop_prod");
  forgetSent(world);
  await openConnection(page, "shop_prod");
  await page.getByRole("link", { name: "Setup", exact: true }).click();
  const form = page.getByRole("form", { name: "Settings of the connection" });
  await expect(form.getByText("Stored in Fivetran").first()).toBeVisible(SEEN);
  await expect(form.getByRole("region", { name: "Name" })).toContainText("shop_prod");
  await expect(page.getByRole("button", { name: "Review and save" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );

  await form.getByRole("textbox", { name: "Port", exact: true }).fill("6432");
  await form.getByRole("textbox", { name: "Database", exact: true }).fill("shop_new");
  await page.getByRole("link", { name: "Schema", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Schema" })).toBeVisible();
  await page.getByRole("link", { name: "Setup", exact: true }).click();
  await expect(page.getByText("Your edits from before are still here,")).toBeVisible(SEEN);
  await expect(form.getByRole("textbox", { name: "Port", exact: true })).toHaveValue("6432");

  await sandbox.call("PATCH", `/connections/${id}`, {
    config: { port: 7432, host: "moved.db.example.com" },
    run_setup_tests: false,
  });
  await page.getByRole("button", { name: "Review and save" }).click();
  const question = page.getByRole("dialog", { name: /^Save \d settings of shop_prod/ });
  await expect(question).toContainText("1 setting was changed by somebody else too.");
  await expect(question).toContainText("Changed elsewhere since you opened the form: Host");
  await expect(question.getByRole("button", { name: "Save", exact: true })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  await question.getByRole("button", { name: "Keep mine" }).click();
  await expect(question.getByRole("row", { name: /^Port/ })).toContainText("7432");
  await question.getByRole("button", { name: "Save", exact: true }).click();
  await noticed(page, "Settings saved shop_prod");
  const patches = world.proxy.sent.filter(({ method, path }) => method === "PATCH" && path.endsWith(id));
  expect(patches.map(({ body }) => body)).toEqual([
    { config: { port: 6432, database: "shop_new" }, run_setup_tests: false },
  ]);
  expect(await sandbox.connection("shop_prod")).toMatchObject({
    config: { host: "moved.db.example.com", port: 6432, database: "shop_new" },
  });
  await expect(page.getByText("Nothing was tested by it")).toBeVisible();
  await expect(form.getByRole("textbox", { name: "Host", exact: true })).toHaveValue("moved.db.example.com");
  expect((await sandbox.requests()).filter(({ operation }) => operation === "run_setup_tests")).toEqual([]);
  await page.getByRole("button", { name: "Run setup tests" }).click();
  await expect(panel(page, "Setup tests").getByRole("listitem").first()).toBeVisible(SEEN);
});

test("what Fivetran refuses lands on its field and keeps what was typed", async ({ page, sandbox }) => {
  await openConnection(page, "shop_prod");
  await page.getByRole("link", { name: "Setup", exact: true }).click();
  const form = page.getByRole("form", { name: "Settings of the connection" });
  const host = form.getByRole("textbox", { name: "Host", exact: true });
  await host.fill("refused.db.example.com");
  await sandbox.fault(
    { kind: "error", status: 400, code: "InvalidInput", message: "Field 'host' must be reachable" },
    { operation: "modify_connection" },
  );
  await page.getByRole("button", { name: "Review and save" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Not saved." }).first()).toBeVisible();
  await expect(host).toHaveAttribute("aria-invalid", "true");
  await expect(host).toHaveValue("refused.db.example.com");
  await sandbox.faults([]);
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(host).not.toHaveValue("refused.db.example.com");
});

test("how a source is reached is changed: what the new way has no use for is taken back, an id is told by its name", async ({
  page,
  sandbox,
  world,
}) => {
  const id = await sandbox.idOf("shop_prod");
  const { items } = (await sandbox.call("GET", "/private-links")) as {
    items: { id: string; name: string }[];
  };
  const link = items[0];
  forgetSent(world);
  await openConnection(page, "shop_prod");
  await page.getByRole("link", { name: "Setup", exact: true }).click();
  const form = page.getByRole("form", { name: "Settings of the connection" });
  const way = form.getByRole("radiogroup", { name: "How the source is reached" });
  await expect(way.getByRole("radio", { name: /^SSH tunnel/ })).toBeChecked(SEEN);
  await expect(way.getByRole("radio", { name: /^Private link.*1 available/ })).toBeVisible();
  await way.getByRole("radio", { name: /^Private link/ }).check();
  await page.getByRole("button", { name: "Review and save" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "Not saved: 1 field needs a change." }),
  ).toBeVisible();
  const choice = form.getByRole("combobox", { name: "Private link" });
  await choice.selectOption(link?.id ?? "");
  await page.getByRole("button", { name: "Review and save" }).click();
  const question = page.getByRole("dialog", { name: /^Save 2 settings of shop_prod/ });
  await expect(question.getByRole("row", { name: /^Private link/ })).toContainText(link?.name ?? "");
  await question.getByRole("button", { name: "Save", exact: true }).click();
  await noticed(page, "Settings saved shop_prod");
  await expect(choice).toHaveValue(link?.id ?? "");

  await way.getByRole("radio", { name: /^Directly/ }).check();
  await form.getByRole("textbox", { name: "Secrets manager id" }).fill("lucky_tiger");
  await form.getByRole("textbox", { name: "Key for Password" }).fill("SHOP_PASSWORD");
  await expect(form.getByText("Stored in Fivetran")).toHaveCount(0);
  await page.getByRole("button", { name: "Review and save" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  await noticed(page, "Settings saved shop_prod");
  const patches = world.proxy.sent.filter(({ method, path }) => method === "PATCH" && path.endsWith(id));
  expect(patches.map(({ body }) => body)).toEqual([
    { config: { connection_type: "PrivateLink" }, private_link_id: link?.id, run_setup_tests: false },
    {
      config: { connection_type: "Directly" },
      private_link_id: null,
      external_secrets_manager_id: "lucky_tiger",
      external_secrets_keys_config: { password: "SHOP_PASSWORD" },
      run_setup_tests: false,
    },
  ]);
  expect(await sandbox.connection("shop_prod")).not.toHaveProperty("private_link_id");
});
