import { SEEN } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";

const forbidden = { kind: "error", status: 403, code: "Forbidden", message: "The key has no right to this" };

test.use({
  worldOptions: {
    faults: ["list_all_groups", "list_destinations"].map((operation) => ({
      match: { operation },
      fault: forbidden,
    })),
  },
});

test("a key that may list neither groups nor destinations: named and counted, never blank", async ({
  page,
  world,
}) => {
  await page.goto("/account");
  const access = page.getByRole("region", { name: "Account and key" });
  await expect(access).toContainText("The key may not list groups and destinations.", SEEN);
  await expect(access.getByText("403", { exact: true })).toHaveCount(2);
  await page
    .getByRole("link", { name: /^Connections(, |$)/ })
    .first()
    .click();
  const groups = [...new Set((await world.sandbox.connections()).map(({ group_id }) => group_id))];
  await page.getByRole("button", { name: /^Group rows/ }).click();
  await page.getByRole("menuitemradio", { name: "Destination" }).click();
  const tree = page.getByRole("treegrid", { name: "Connections" });
  await expect(tree.getByRole("row", { level: 1 }).first()).toContainText([...groups].sort()[0] ?? "");
  await page.getByRole("button", { name: "Filter by destination" }).click();
  for (const id of groups)
    await expect(page.getByRole("menuitemcheckbox", { name: new RegExp(`^${id}`) })).toBeVisible();
});
