import { describe, expect, test } from "vitest";
import { rememberSecrets } from "@/lib/auth/known-secrets";
import { setPublicUrl } from "@/lib/auth/public-url";
import { received, route } from "@/lib/auth/route";
import { AppError } from "@/lib/errors";
import { z } from "@/lib/zod";

const params = { params: Promise.resolve({}) };
const HOST = { host: "127.0.0.1:3000" };
const JSON_TYPE = { "content-type": "application/json" };

let runs = 0;
const handler = route({ role: "operator", risk: "reversible", body_limit: 1000 }, async (request) => {
  runs++;
  return request.body ? { got: await request.json() } : { got: null };
});

async function ask(method: string, headers: Record<string, string>, body?: BodyInit) {
  const before = runs;
  const init = { method, headers, body, duplex: "half" };
  const response = await handler(new Request("http://localhost/api/x", init as RequestInit), params);
  return { response, ran: runs > before, body: await response.clone().json() };
}

describe("a request is let in", () => {
  test.each([
    ["GET", { host: "localhost" }],
    ["GET", { host: "[::1]:3000" }],
    ["GET", { ...HOST, "sec-fetch-site": "none" }],
    ["POST", { ...HOST, ...JSON_TYPE, origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin" }],
    ["POST", { ...HOST, "content-type": "application/json; charset=utf-8" }],
    ["DELETE", HOST],
  ])("%s with %j", async (method, headers) => {
    const { response, ran } = await ask(method, headers, method === "POST" ? "{}" : undefined);
    expect([response.status, ran]).toEqual([200, true]);
  });
});

describe("a request is refused and nothing runs", () => {
  test.each([
    ["an unknown host", "GET", { host: "evil.example" }, undefined, 403],
    ["a host that only begins like ours", "GET", { host: "localhost.evil.example" }, undefined, 403],
    ["no host", "GET", {}, undefined, 403],
    ["another site's read", "GET", { ...HOST, "sec-fetch-site": "cross-site" }, undefined, 403],
    ["a sister site's write", "POST", { ...HOST, ...JSON_TYPE, "sec-fetch-site": "same-site" }, "{}", 403],
    ["another origin", "POST", { ...HOST, ...JSON_TYPE, origin: "http://evil.example" }, "{}", 403],
    ["another port", "POST", { ...HOST, ...JSON_TYPE, origin: "http://127.0.0.1:4000" }, "{}", 403],
    ["an opaque origin", "POST", { ...HOST, ...JSON_TYPE, origin: "null" }, "{}", 403],
    ["a body of no type", "POST", { ...HOST, "transfer-encoding": "chunked" }, undefined, 415],
    ["a form", "POST", { ...HOST, "content-type": "text/plain" }, "{}", 415],
    ["a form without a body", "POST", { ...HOST, "content-type": "multipart/form-data" }, undefined, 415],
    ["JSON in a name only", "POST", { ...HOST, "content-type": "application/jsonp" }, "{}", 415],
    ["a packed body", "POST", { ...HOST, ...JSON_TYPE, "content-encoding": "gzip" }, "{}", 415],
    ["a body said to be too large", "POST", { ...HOST, ...JSON_TYPE, "content-length": "1001" }, "{}", 413],
  ] as const)("%s", async (_name, method, headers, body, status) => {
    const { response, ran } = await ask(method, headers, body);
    expect([response.status, ran]).toEqual([status, false]);
  });
});

test("a body that is larger than it says ends at the cap", async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled++;
      controller.enqueue(new TextEncoder().encode(`"${"x".repeat(300)}`));
    },
  });
  const { response, body } = await ask("POST", { ...HOST, ...JSON_TYPE }, endless);
  expect(response.status).toBe(413);
  expect(body).toMatchObject({ code: "too_large" });
  expect(pulled).toBeLessThan(20);
});

describe("what a handler throws", () => {
  const failing = (thrown: unknown) =>
    route({ role: "viewer", risk: "read" }, () => Promise.reject(thrown))(
      new Request("http://localhost/api/x", { headers: HOST }),
      params,
    );

  test("reaches the browser as code, message, facts and request id", async () => {
    const retry_at = Date.now() + 5000;
    const response = await failing(new AppError("rate_limited", "Wait.", { facts: { retry_at } }));
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({
      code: "rate_limited",
      message: "Wait.",
      retry_at,
      request_id: response.headers.get("x-request-id"),
    });
  });

  test("names the field when a schema refused the input, never its value", async () => {
    const refused = z.strictObject({ a: z.object({ b: z.number() }) }).safeParse({ a: { b: "canary" } });
    const response = await failing(refused.error);
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ code: "invalid", field: "a.b" });
    expect(text).not.toContain("canary");
  });

  test("is the sender's doing where a body broke off, the database's where that did", async () => {
    const reset = (message: string) => failing(Object.assign(new Error(message), { code: "ECONNRESET" }));
    expect((await reset("aborted")).status).toBe(400);
    expect((await reset("read ECONNRESET")).status).toBe(503);
  });

  test("stays on the server when nobody foresaw it", async () => {
    const response = await failing(new TypeError("canary in a stack"));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("canary");
  });

  test("never holds the configured secret", async () => {
    rememberSecrets(["configured-secret-99"]);
    const response = await failing(new AppError("upstream", "It said configured-secret-99."));
    expect(await response.text()).not.toContain("secret-99");
  });
});

test("malformed JSON is the sender's fault", async () => {
  const { response, body } = await ask("POST", { ...HOST, ...JSON_TYPE }, "{");
  expect(response.status).toBe(400);
  expect(body.message).toContain("not valid JSON");
});

test("an answer of undefined is 204, one of a value is JSON, and no answer may be stored", async () => {
  const nothing = await route({ role: "viewer", risk: "read" }, async () => undefined)(
    new Request("http://localhost/api/x", { headers: HOST }),
    params,
  );
  expect(nothing.status).toBe(204);
  expect(nothing.headers.get("cache-control")).toBe("no-store");
});

describe("what a machine sends", () => {
  const take = received<Record<never, never>>(async (request) => ({ got: await request.text() }));
  const send = (headers: Record<string, string>) =>
    take(new Request("http://localhost/api/x", { method: "POST", headers, body: "plain" }), params);

  test("has no origin to be asked for, and may come under the public name, which opens nothing else", async () => {
    setPublicUrl("https://hooks.example.com");
    const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect((await send({ host: "hooks.example.com", ...foreign })).status).toBe(200);
    expect((await send({ ...HOST, ...foreign })).status).toBe(200);
    expect((await send({ host: "evil.example" })).status).toBe(403);
    const { response } = await ask("GET", { host: "hooks.example.com" });
    expect(response.status).toBe(403);
    setPublicUrl(null);
    expect((await send({ host: "hooks.example.com" })).status).toBe(403);
  });
});
