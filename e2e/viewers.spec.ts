import { expect, test } from "@/e2e/fixtures/test";

// The poller rests, so that whatever reaches Fivetran was asked for by a page.
test.use({ worldOptions: { env: { HEADGATE_POLL_MS: "86400000" } } });

test("fifty views of Overview and Connections ask Fivetran for nothing", async ({
  page,
  world,
  sandbox: _,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 2, name: "Needs a person" })).toBeVisible();
  // Single connections are read by the poller alone, while they sync.
  const asked = () => world.proxy.sent.filter(({ path }) => !/^\/connections\/[^/?]+$/.test(path)).length;
  const before = asked();
  for (let view = 0; view < 25; view += 1) {
    for (const path of ["/", "/connections", "/api/connections", "/api/account", "/api/state-changes"]) {
      expect((await page.request.get(path)).status()).toBe(200);
    }
  }
  expect(asked()).toBe(before);
});
