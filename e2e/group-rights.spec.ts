import { SEEN } from "@/e2e/fixtures/console";
import { expect, test } from "@/e2e/fixtures/test";

const forbidden = { kind: "error", status: 403, code: "Forbidden", message: "The key has no right to this" };

test.use({
  worldOptions: {
    faults: [
      { match: { operation: "list_connections" }, fault: forbidden },
      { match: { operation: "list_all_connections_in_group" }, times: 1, fault: forbidden },
    ],
    env: { HEADGATE_POLL_MS: "86400000" },
  },
});

test("a key that may see the connections of some groups only: those are shown, the others named", async ({
  page,
  world,
}) => {
  const groups = (await world.sandbox.call("GET", "/groups")) as { items: { id: string; name: string }[] };
  const [hidden] = groups.items;
  await page.goto("/account");
  const access = page.getByRole("region", { name: "Account and key" });
  await expect(access).toContainText(`connections of ${hidden?.name}`, SEEN);
  await world.sandbox.faults([]);
  const account = await world.sandbox.connections();
  const seen = account.filter(({ group_id }) => group_id !== hidden?.id);
  await page
    .getByRole("link", { name: /^Connections(, |$)/ })
    .first()
    .click();
  await expect(page.getByRole("status").filter({ hasText: "connections" })).toContainText(
    `${seen.length} connections`,
  );
});
