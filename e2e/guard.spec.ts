import { rawRequest } from "@/e2e/fixtures/raw-request";
import { expect, test } from "@/e2e/fixtures/test";

const JSON_TYPE = { "content-type": "application/json" };
const PAUSE = JSON.stringify({ paused: true });

test("a page of another site can neither read nor write through this console", async ({ world, sandbox }) => {
  const id = await sandbox.idOf("recurly");
  const path = `/api/fivetran/connections/${id}`;
  const own = new URL(world.url).host;
  const attempts: [string, string, Record<string, string>, number][] = [
    ["GET", "/api/connections", { host: "evil.example" }, 403],
    ["GET", "/api/events", { host: "evil.example" }, 403],
    ["GET", "/", { host: "evil.example" }, 403],
    ["GET", "/connections", { host: `evil.example:${new URL(world.url).port}` }, 403],
    ["GET", "/api/connections", { host: own, "sec-fetch-site": "cross-site" }, 403],
    ["GET", "/api/connections", { host: own, "sec-fetch-site": "same-site" }, 403],
    ["PATCH", path, { host: own, origin: "https://evil.example", ...JSON_TYPE }, 403],
    ["PATCH", path, { host: own, origin: "null", ...JSON_TYPE }, 403],
    ["PATCH", path, { host: own, origin: world.url, "sec-fetch-site": "cross-site", ...JSON_TYPE }, 403],
    ["POST", `${path}/sync`, { host: own, origin: `http://${own}.evil.example`, ...JSON_TYPE }, 403],
    ["POST", "/api/account/refresh", { host: own, origin: "http://localhost:1", ...JSON_TYPE }, 403],
    [
      "POST",
      `/api/connections/${id}/setup-tests`,
      { host: own, origin: "http://evil.example", ...JSON_TYPE },
      403,
    ],
    ["PATCH", path, { host: own, "content-type": "application/x-www-form-urlencoded" }, 415],
    ["PATCH", path, { host: own, "content-type": "text/plain" }, 415],
    ["PATCH", path, { host: own, "content-type": "multipart/form-data; boundary=x" }, 415],
    ["POST", `${path}/sync`, { host: own, "content-type": "text/plain;application/json" }, 415],
  ];
  const told = await Promise.all(
    attempts.map(async ([method, target, headers]) => {
      const body = method === "GET" ? undefined : PAUSE;
      return (await rawRequest(world.url, { method, path: target, headers, body })).status;
    }),
  );
  expect(attempts.map(([method, target, headers], at) => [method, target, headers, told[at]])).toEqual(
    attempts,
  );
  expect((await sandbox.requests()).filter(({ method }) => method !== "GET")).toEqual([]);
  expect((await sandbox.connection("recurly")).paused).toBe(false);
});

test("only what the table holds is passed on, whatever the path is dressed up as", async ({
  world,
  sandbox,
}) => {
  const id = await sandbox.idOf("recurly");
  const base = `/api/fivetran/connections/${id}`;
  await sandbox.forgetRequests();
  const tricks: [string, string][] = [
    ["GET", "/api/fivetran/users"],
    ["GET", "/api/fivetran/system-keys"],
    ["GET", "/api/fivetran/webhooks"],
    ["POST", "/api/fivetran/teams"],
    ["PUT", base],
    ["DELETE", "/api/fivetran/groups"],
    ["POST", `${base}/force`],
    ["GET", "/api/fivetran"],
    ["GET", "/api/fivetran/"],
    ["PATCH", `${base}/schemas/%2e%2e`],
    ["PATCH", `${base}/schemas/%2E%2E/tables/x`],
    ["PATCH", `${base}/schemas/..`],
    ["PATCH", `${base}/schemas/../..`],
    ["GET", `${base}/schemas/%2e`],
    ["GET", `${base}//schemas`],
    ["GET", "/api/fivetran//connections"],
    ["GET", `/api/fivetran/connections/${id}%00`],
    ["GET", "/api/fivetran/connections/%"],
    ["GET", "/api/fivetran/connections/%zz/schemas"],
    ["GET", "/api/fivetran/connections/%252e%252e%2fusers/../../users"],
    ["GET", "/api/fivetran/http://169.254.169.254/latest"],
    ["GET", "/api/fivetran/..%2f..%2fusers"],
    ["GET", "/api/fivetran\\..\\users"],
  ];
  for (const [method, path] of tricks) {
    const answer = await rawRequest(world.url, {
      method,
      path,
      headers: method === "GET" ? {} : JSON_TYPE,
      body: method === "GET" ? undefined : "{}",
    });
    expect({ path, refused: answer.status >= 300 }).toEqual({ path, refused: true });
  }
  const reached = (await sandbox.requests()).filter(
    ({ path }) => !/^\/v1\/connections(\?|\/[^/?]+$)/.test(path),
  );
  expect(reached).toEqual([]);
  expect((await sandbox.requests()).filter(({ method }) => method !== "GET")).toEqual([]);
});

test("a name with a slash in it stays one name", async ({ world, sandbox }) => {
  await rawRequest(world.url, { path: "/api/fivetran/connections/a%2Fschemas" });
  const paths = (await sandbox.requests()).map(({ path }) => path);
  expect(paths).toContain("/v1/connections/a%2Fschemas");
  expect(paths).not.toContain("/v1/connections/a/schemas");
  await sandbox.forgetRequests();
  const path = "/api/fivetran/connections/nobody/schemas/..%2f..";
  const answer = await rawRequest(world.url, { method: "PATCH", path, headers: JSON_TYPE, body: "{}" });
  expect(answer.status).toBe(404);
  const edits = (await sandbox.requests()).filter(({ method }) => method === "PATCH");
  expect(edits.map((it) => it.path)).toEqual(["/v1/connections/nobody/schemas/..%2F.."]);
});

test("bodies too large, broken, unknown or with a mask are refused before anything is sent", async ({
  world,
  sandbox,
}) => {
  const id = await sandbox.idOf("recurly");
  const path = `/api/fivetran/connections/${id}`;
  const send = (body: string, headers: Record<string, string> = JSON_TYPE) =>
    rawRequest(world.url, { method: "PATCH", path, headers, body });
  const large = JSON.stringify({ config: { note: "x".repeat(1_100_000) } });
  expect((await send(large)).status).toBe(413);
  expect((await send(large, { ...JSON_TYPE, "transfer-encoding": "chunked" })).status).toBe(413);
  for (const body of [
    "{",
    "[]",
    "null",
    '"paused"',
    '{"pausd":true}',
    '{"paused":"yes"}',
    '{"__proto__":{"paused":true}}',
    '{"config":{"password":"******"}}',
  ]) {
    const answer = await send(body);
    expect({ body, status: answer.status }).toEqual({ body, status: 400 });
    expect(JSON.parse(answer.body)).toMatchObject({ code: "invalid" });
    expect(answer.body).toMatch(/Nothing was (changed|done|sent)\./);
  }
  expect((await sandbox.requests()).filter(({ method }) => method !== "GET")).toEqual([]);
});

test("neither key nor secret is found in any answer, header or page", async ({ world, sandbox, page }) => {
  const id = await sandbox.idOf("shop_prod");
  const { key, secret } = world.credentials;
  const basic = Buffer.from(`${key}:${secret}`).toString("base64");
  await sandbox.fault(
    {
      kind: "error",
      status: 403,
      code: "Forbidden",
      message: `Key ${key} with secret ${secret} (Basic ${basic}) has no right`,
    },
    { operation: "resync_connection" },
  );
  const answers = [];
  for (const path of [
    "/",
    "/connections",
    `/connections/${id}`,
    "/account",
    "/nowhere",
    "/healthz",
    "/readyz",
    "/api/account",
    "/api/connections",
    `/api/connections/${id}`,
    "/api/connections/nobody",
    "/api/state-changes",
    "/api/nowhere",
    `/api/fivetran/connections/${id}`,
    `/api/fivetran/connections/${id}/schemas`,
    "/api/fivetran/account/info",
    "/api/fivetran/users",
  ]) {
    answers.push(await rawRequest(world.url, { path }));
  }
  const refused = await rawRequest(world.url, {
    method: "POST",
    path: `/api/fivetran/connections/${id}/resync`,
    headers: JSON_TYPE,
    body: "{}",
  });
  expect(refused.status).toBe(403);
  expect(refused.body).toContain("[redacted]");
  answers.push(refused);
  for (const { headers, body } of answers) {
    const text = `${JSON.stringify(headers)} ${body}`;
    for (const word of [key, secret, basic]) expect(text).not.toContain(word);
  }
  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1, name: "Account" })).toBeVisible();
  const seen = await page.evaluate(() => document.documentElement.outerHTML + JSON.stringify(localStorage));
  for (const word of [key, secret, basic]) {
    expect(seen).not.toContain(word);
    expect(world.log()).not.toContain(word);
  }
  expect(page.url()).not.toContain(key);
});

test("a password of a connection, old or new, is found in no answer and no line of the log", async ({
  world,
  sandbox,
  sweep,
}) => {
  const { group_id } = await sandbox.connection("shop_prod");
  const [old, fresh] = ["oldCanaryPassword7Kq", "newCanaryPassword9Zx"];
  const { id } = (await sandbox.call("POST", "/connections", {
    group_id,
    service: "postgres",
    run_setup_tests: false,
    config: { schema_prefix: "canary", host: "db.example.com", port: 5432, user: "u", password: old },
  })) as { id: string };
  await sweep();
  const path = `/api/fivetran/connections/${id}`;
  const read = await rawRequest(world.url, { path });
  expect(JSON.parse(read.body).data.config.password).toBe("******");
  const changed = await rawRequest(world.url, {
    method: "PATCH",
    path,
    headers: JSON_TYPE,
    body: JSON.stringify({ config: { password: fresh } }),
  });
  expect(changed.status).toBe(200);
  expect(world.proxy.sent.findLast(({ method }) => method === "PATCH")?.body).toEqual({
    config: { password: fresh },
    run_setup_tests: false,
  });
  const answers = [read, changed];
  for (const target of [
    `/api/connections/${id}`,
    "/api/connections",
    "/api/state-changes",
    `/connections/${id}`,
  ]) {
    answers.push(await rawRequest(world.url, { path: target }));
  }
  for (const word of [old, fresh]) {
    for (const { status, headers, body } of answers) {
      expect(status).toBe(200);
      expect(JSON.stringify(headers) + body).not.toContain(word);
    }
    expect(world.log()).not.toContain(word);
  }
});

test("every answer of the console carries the headers that keep it to itself", async ({ world }) => {
  for (const path of ["/", "/connections", "/account", "/nowhere", "/api/connections", "/api/account"]) {
    const { headers } = await rawRequest(world.url, { path });
    expect(headers["cache-control"], path).toMatch(/no-store|no-cache/);
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["x-powered-by"], path).toBeUndefined();
    if (path.startsWith("/api")) continue;
    expect(headers["content-security-policy"], path).toMatch(/script-src[^;]*'nonce-/);
    expect(headers["content-security-policy"], path).toMatch(/frame-ancestors 'none'/);
  }
});

test("probes answer: the process lives, the database is ready", async ({ world }) => {
  expect((await rawRequest(world.url, { path: "/healthz" })).status).toBe(200);
  expect((await rawRequest(world.url, { path: "/readyz" })).status).toBe(200);
});
