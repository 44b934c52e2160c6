import type { Locator } from "@playwright/test";
import { SEEN } from "@/e2e/fixtures/console";
import type { SandboxControl } from "@/e2e/fixtures/sandbox-control";
import {
  apply,
  draft,
  drawer,
  expand,
  grid,
  hash,
  openHistory,
  openRevision,
  openSchema,
  review,
  sync,
} from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";

/** Somebody else edits in Fivetran's own dashboard. */
async function elsewhere(sandbox: SandboxControl, name: string, schemas: object): Promise<void> {
  await sandbox.call("PATCH", `/connections/${await sandbox.idOf(name)}/schemas`, { schemas });
}

test("the policy set elsewhere before the review is shown three ways, and settled by a choice", async ({
  page,
  sandbox,
}) => {
  await openSchema(page, "jira_cloud");
  const id = await sandbox.idOf("jira_cloud");
  const tables = (): Locator => grid(page).getByRole("row", { level: 2 });
  const other = await tables()
    .first()
    .getByRole("checkbox", { name: /^Select / })
    .getAttribute("aria-label");
  const name = other?.replace(/^Select /, "") ?? "";
  const was = await sync(page, name).isChecked();
  await page.getByRole("button", { name: /^New schemas, tables and columns: / }).click();
  await page.getByRole("menuitemradio", { name: /^Allow columns/ }).click();
  await sync(page, name).click();
  await expect(draft(page)).toContainText("2 changes");
  await sandbox.call("PATCH", `/connections/${id}/schemas`, { schema_change_handling: "BLOCK_ALL" });

  const drawn = await review(page);
  await expect(drawn).toContainText("it was edited elsewhere since your draft");
  const conflict = drawn.getByRole("region", { name: "Edited elsewhere meanwhile" });
  await expect(conflict).toContainText(/Was\s*Allow all/);
  await expect(conflict).toContainText(/Yours\s*Allow columns/);
  await expect(conflict).toContainText(/Fivetran now\s*Block all/);
  await expect(drawn.getByRole("button", { name: /^Apply/ })).toHaveAttribute("aria-disabled", "true");
  await conflict.getByRole("button", { name: "Take theirs" }).click();
  await expect(conflict).toHaveCount(0);
  const again = drawn.getByRole("button", { name: "Review again" });
  if (await again.isVisible()) await again.click();
  await apply(page);
  expect(await sandbox.call("GET", `/connections/${id}/schemas`)).toMatchObject({
    schema_change_handling: "BLOCK_ALL",
  });
  await expect(sync(page, name)).toBeChecked({ checked: !was });
});

test("an edit between review and apply is not overwritten: nothing is sent, and the review begins anew", async ({
  page,
  sandbox,
  world,
}) => {
  await openSchema(page, "shop_prod");
  await expand(page, "public");
  await sync(page, "categories").click();
  await review(page);
  await elsewhere(sandbox, "shop_prod", { public: { tables: { carts: { enabled: false } } } });
  await elsewhere(sandbox, "shop_prod", { public: { tables: { categories: { enabled: false } } } });
  const before = world.proxy.sent.filter(({ method }) => method === "PATCH").length;
  await drawer(page)
    .getByRole("button", { name: /^Apply/ })
    .click();
  await expect(drawer(page)).toContainText(/edited|changed|already/i);
  await expect(
    drawer(page)
      .getByRole("button", { name: /^(Review again|Close)$/ })
      .first(),
  ).toBeVisible(SEEN);
  expect(world.proxy.sent.filter(({ method }) => method === "PATCH")).toHaveLength(before);
});

test("an edit found to have been made elsewhere becomes a revision that says when", async ({
  page,
  sandbox,
}) => {
  await openSchema(page, "shop_prod");
  await expand(page, "public");
  await expect(sync(page, "carts")).toBeChecked();
  await elsewhere(sandbox, "shop_prod", { public: { tables: { carts: { enabled: false } } } });
  await page.getByRole("button", { name: "Read again" }).click();
  await expect(sync(page, "carts")).not.toBeChecked(SEEN);
  await openHistory(page);
  const revision = await openRevision(page, /^Edited elsewhere/);
  // "between" only where the looks before and after lie in different minutes.
  await expect(revision).toContainText(/\d\d:\d\d UTC/);
  await expect(revision).toContainText("carts");
  await revision.getByRole("button", { name: "Undo this" }).click();
  await expect(drawer(page).getByRole("heading", { name: /^Undo revision/ })).toBeVisible();
  await apply(page);
  await expect(sync(page, "carts")).toBeChecked(SEEN);
});

test("what has the focus or is about to be pressed stays that of its row when another tree arrives", async ({
  page,
  sandbox,
}) => {
  await openSchema(page, "shop_prod");
  await expand(page, "public");
  await expand(page, "users");
  await expect(sync(page, "locale")).toBeChecked(SEEN);
  const boxes = grid(page).getByRole("checkbox", { name: /^Select / });
  const drawn = await boxes.elementHandles();
  const names = () => Promise.all(drawn.map((box) => box.getAttribute("aria-label")));
  const before = await names();
  const focused = grid(page).getByRole("checkbox", { name: "Select last_seen_at" });
  await focused.focus();
  await elsewhere(sandbox, "shop_prod", {
    public: { tables: { users: { columns: { locale: { enabled: false }, phone: { hashed: false } } } } },
  });
  const id = await sandbox.idOf("shop_prod");
  const read = await page.request.post(`/api/connections/${id}/schema/read`, {
    headers: { origin: new URL(page.url()).origin },
    data: {},
  });
  expect(read.ok()).toBe(true);
  await expect(sync(page, "locale")).not.toBeChecked(SEEN);
  await expect(focused).toBeFocused();
  expect(await names()).toEqual(before);
});

test("two tabs: edits of either come together, and neither is lost", async ({
  page,
  context,
  sandbox: _,
}) => {
  await openSchema(page, "zendesk_support");
  await expand(page, "zendesk");
  const second = await context.newPage();
  await second.goto(page.url());
  await expand(second, "zendesk");
  await sync(page, "ticket").click();
  await expect(draft(page).getByText(/^saved/)).toBeVisible();
  await expect(draft(second)).toContainText("1 change", SEEN);
  await sync(second, "user").click();
  await expect(draft(second)).toContainText("2 changes");
  await expect(draft(page)).toContainText("2 changes", SEEN);
  await expect(sync(page, "user")).not.toBeChecked();
  await expect(sync(second, "ticket")).not.toBeChecked();
});

test("undo refuses what someone else changed since, and takes back the rest", async ({ page, sandbox }) => {
  await openSchema(page, "shop_prod");
  await expand(page, "public");
  await expand(page, "newsletter_subscribers");
  await hash(page, "consent_at").click();
  await sync(page, "feature_flags").click();
  await review(page);
  await apply(page);
  await drawer(page).getByRole("button", { name: "Close" }).first().click();
  await elsewhere(sandbox, "shop_prod", {
    public: {
      tables: { newsletter_subscribers: { columns: { consent_at: { enabled: true, hashed: false } } } },
    },
  });
  await openHistory(page);
  const revision = await openRevision(page, /^Applied/);
  await revision.getByRole("button", { name: "Undo this" }).click();
  await expect(drawer(page).getByRole("heading", { name: /^Undo revision/ })).toBeVisible();
  await expect(drawer(page)).toContainText("feature_flags");
  await apply(page);
  const id = await sandbox.idOf("shop_prod");
  const { schemas } = (await sandbox.call("GET", `/connections/${id}/schemas`)) as {
    schemas: Record<string, { tables: Record<string, { enabled: boolean }> }>;
  };
  expect(schemas.public?.tables.feature_flags?.enabled).toBe(true);
});
