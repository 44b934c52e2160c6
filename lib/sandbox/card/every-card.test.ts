import { afterAll, beforeAll, expect, test } from "vitest";
import { secretPaths } from "@/lib/sandbox/catalogue/mask-config";
import { services } from "@/lib/sandbox/catalogue/service";
import { seedConfig } from "@/lib/sandbox/seed/seed-config";
import { type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

let sandbox: TestSandbox;
let group_id: string;
beforeAll(async () => {
  sandbox = await testSandbox({ quota: "off", connections: 1 });
  const { items } = await sandbox.data<{ items: { id: string }[] }>("GET", "/groups");
  group_id = items[0]?.id ?? "";
});
afterAll(() => sandbox.close());

/** Every made-up secret; what else is masked may be the name that a page shows anyway. */
function secretsIn(settings: object | null, paths: readonly string[], at = ""): string[] {
  return Object.entries(settings ?? {}).flatMap(([name, value]) => {
    const path = Array.isArray(settings) ? at : at ? `${at}.${name}` : name;
    if (typeof value === "object" && value !== null) return secretsIn(value, paths, path);
    return paths.includes(path) && /^[A-Za-z2-9]{24}$/.test(String(value)) ? [String(value)] : [];
  });
}

test("every connector type has a card that can be sent in, and shows no secret before or after", async () => {
  let hidden = 0;
  for (const service of services()) {
    const name = `card_${service}.data`;
    const made = seedConfig({ service, name, seed: 7, network: "Directly", encrypted: false });
    const secrets = [
      ...secretsIn(made.config, secretPaths(service)),
      ...secretsIn(made.auth, secretPaths(service, "auth")),
    ];
    const { connect_card } = await sandbox.data<{ connect_card: { uri: string } }>("POST", "/connections", {
      group_id,
      service,
      paused: true,
      run_setup_tests: false,
      config: made.config,
      ...(made.auth && { auth: made.auth }),
      connect_card_config: { redirect_uri: "https://console.example.com/", all_fields: true },
    });
    const page = async (init?: RequestInit) => {
      const told = await sandbox.fetch(new Request(connect_card.uri, init));
      return { status: told.status, text: await told.text() };
    };
    const form = await page();
    expect([service, form.status]).toEqual([service, 200]);
    const action = /name="action" value="(allow|save)"/.exec(form.text)?.[1] ?? "";
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const sent = await page({ method: "POST", headers, body: `action=${action}` });
    expect([service, sent.status]).toEqual([service, 303]);
    const after = await page();
    for (const secret of secrets) expect(form.text + after.text).not.toContain(secret);
    hidden += secrets.length;
  }
  expect(hidden).toBeGreaterThan(500);
}, 60_000);
