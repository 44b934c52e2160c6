import { SEEN, withoutReload } from "@/e2e/fixtures/console";
import {
  apply,
  draft,
  drawer,
  expand,
  expectNoDraft,
  hash,
  openHistory,
  openRevision,
  openSchema,
  review,
  row,
  sync,
} from "@/e2e/fixtures/schema";
import { expect, test } from "@/e2e/fixtures/test";

interface Tables {
  schemas: Record<string, { tables: Record<string, { enabled: boolean; columns?: Record<string, Flags> }> }>;
}
interface Flags {
  enabled: boolean;
  hashed?: boolean;
}

test("two columns hashed and a table stopped: seen before, sent once, kept as a revision, and undone", async ({
  page,
  sandbox,
  world,
}) => {
  const id = await sandbox.idOf("shop_prod");
  const there = async () => (await sandbox.call("GET", `/connections/${id}/schemas`)) as Tables;
  const patches = () =>
    world.proxy.sent.filter(({ method, path }) => method === "PATCH" && path.includes(`${id}/schemas`));
  await openSchema(page, "shop_prod");
  await withoutReload(page, async () => {
    await expand(page, "public");
    await expand(page, "users");
    await hash(page, "locale").click();
    await hash(page, "last_seen_at").click();
    await expect(row(page, "locale")).toContainText("Will be hashed");
    await sync(page, "categories").click();
    await expect(row(page, "categories")).toContainText("Will stop syncing");
    await expect(draft(page)).toContainText("3 changes");
    await expect(draft(page).getByText(/^saved/)).toBeVisible();
  });
  expect(patches()).toEqual([]);

  await page.reload();
  await expect(draft(page)).toContainText("3 changes");
  await expand(page, "public");
  await expect(row(page, "categories")).toContainText("Will stop syncing");

  await withoutReload(page, async () => {
    const drawn = await review(page);
    await expect(drawn).toContainText("nobody else has edited");
    for (const name of ["locale", "last_seen_at", "categories"]) {
      await expect(drawn).toContainText(name);
    }
    await drawn.getByRole("button", { name: /^Requests?$/ }).click();
    await expect(drawn.getByLabel(`PATCH /v1/connections/${id}/schemas`)).toContainText('"hashed": true');
    await drawn.getByRole("textbox", { name: "Why" }).fill("locale says too much");
    await apply(page);
    await expectNoDraft(page);
  });
  expect(patches()).toHaveLength(1);
  const { users, categories } = (await there()).schemas.public?.tables ?? {};
  expect(categories?.enabled).toBe(false);
  expect(users?.columns?.locale).toMatchObject({ enabled: true, hashed: true });
  expect(users?.columns?.last_seen_at).toMatchObject({ enabled: true, hashed: true });
  await expect(sync(page, "categories")).not.toBeChecked();

  await drawer(page).getByRole("button", { name: "Close" }).first().click();
  await openHistory(page);
  const revision = await openRevision(page, /^Applied/);
  await expect(revision).toContainText("locale says too much");
  await revision.getByRole("button", { name: "Undo this" }).click();
  await expect(drawer(page).getByRole("heading", { name: /^Undo revision/ })).toBeVisible();
  await drawer(page)
    .getByRole("textbox", { name: /un-hash/ })
    .fill("un-hash");
  await apply(page);
  const after = (await there()).schemas.public?.tables ?? {};
  expect(after.categories?.enabled).toBe(true);
  expect(after.users?.columns?.locale?.hashed ?? false).toBe(false);
  expect(patches()).toHaveLength(2);
  await drawer(page).getByRole("button", { name: "Close" }).first().click();
  await openHistory(page);
  await expect(drawer(page).getByText(/^Revision \d+ undone$/)).toBeVisible(SEEN);
});

test("edits are taken back and made again by keys and by buttons, and a discarded draft is gone for good", async ({
  page,
  sandbox: _,
}) => {
  await openSchema(page, "zendesk_support");
  await expand(page, "zendesk");
  const { ticket, user } = { ticket: sync(page, "ticket"), user: sync(page, "user") };
  await ticket.click();
  await user.click();
  await expect(draft(page)).toContainText("2 changes");
  await page.keyboard.press("Control+z");
  await expect(user).toBeChecked();
  await draft(page).getByRole("button", { name: /^Undo/ }).click();
  await expect(draft(page)).toContainText("No changes");
  await draft(page).getByRole("button", { name: /^Redo/ }).click();
  await expect(ticket).not.toBeChecked();
  await draft(page).getByRole("button", { name: "Discard" }).click();
  await expect(ticket).toBeChecked();
  await expect(draft(page)).toHaveCount(0);
  await page.reload();
  await expand(page, "zendesk");
  await expect(sync(page, "ticket")).toBeChecked();
  await expectNoDraft(page);
});
