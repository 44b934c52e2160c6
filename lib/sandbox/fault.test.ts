import { request as httpRequest } from "node:http";
import { createConnection } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startSandbox } from "@/lib/sandbox/server";
import { SIGNED_IN } from "@/lib/sandbox/test-sandbox";

let url: string;
let control: string;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ url, close } = await startSandbox({ quota: "off", speed: 1_000_000 }));
  control = url.replace(/\/v1$/, "/_sandbox");
});
afterAll(() => close());
afterEach(async () => {
  await fetch(`${control}/faults`, { method: "DELETE" });
});

const arm = async (...rules: object[]) => {
  const told = await fetch(`${control}/faults`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ rules }),
  });
  expect(told.status).toBe(200);
};
const call = (path = "/account/info", init: RequestInit = {}) =>
  fetch(`${url}${path}`, {
    redirect: "manual",
    ...init,
    headers: { Authorization: SIGNED_IN, "Content-Type": "application/json", ...init.headers },
  });
const post = (path: string, body: unknown) => call(path, { method: "POST", body: JSON.stringify(body) });
const groups = async () => {
  const { data } = (await (await call("/groups")).json()) as { data: { items: { name: string }[] } };
  return data.items.map(({ name }) => name);
};

/** What a client without any library's help sees: head and body bytes, and whether the body was whole. */
function raw(path: string): Promise<{ status: number; length: number; body: string; whole: boolean }> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(`${url}${path}`, { headers: { Authorization: SIGNED_IN } }, (answer) => {
      let body = "";
      const done = (whole: boolean) =>
        resolve({
          status: answer.statusCode ?? 0,
          length: Number(answer.headers["content-length"]),
          body,
          whole,
        });
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        body += chunk;
      });
      answer.once("end", () => done(true)).once("error", () => done(false));
    });
    asked.once("error", reject).end();
  });
}

describe("429", () => {
  test.each([
    ["seconds", /^7$/],
    ["date", /GMT$/],
    ["absent", null],
    ["garbage", /^\D+$/],
  ] as const)("with Retry-After as %s", async (retry_after, shape) => {
    await arm({ fault: { kind: "rate_limit", retry_after, seconds: 7 } });
    const told = await call();
    expect(told.status).toBe(429);
    expect(await told.json()).toMatchObject({ code: "TooManyRequests" });
    const header = told.headers.get("retry-after");
    if (shape) expect(header).toMatch(shape);
    else expect(header).toBeNull();
    if (retry_after === "date") expect(Date.parse(header ?? "")).toBeGreaterThan(Date.now() + 5000);
  });
});

test("any JSON error, 500 when nothing is said", async () => {
  await arm(
    { times: 1, fault: { kind: "error" } },
    { fault: { kind: "error", status: 403, code: "Forbidden" } },
  );
  expect([(await call()).status, (await call()).status]).toEqual([500, 403]);
  expect(await (await call()).json()).toMatchObject({ code: "Forbidden" });
});

test("a gateway's HTML, an empty 200, a redirect", async () => {
  await arm(
    { times: 1, fault: { kind: "bad_gateway_html" } },
    { times: 1, fault: { kind: "empty" } },
    { times: 1, fault: { kind: "redirect", status: 302, location: "https://elsewhere.invalid/" } },
  );
  const html = await call();
  expect([html.status, html.headers.get("content-type")]).toEqual([502, "text/html"]);
  expect(await html.text()).toContain("<html>");
  const empty = await call();
  expect([empty.status, await empty.text()]).toEqual([200, ""]);
  const redirect = await call();
  expect([redirect.status, redirect.headers.get("location")]).toEqual([302, "https://elsewhere.invalid/"]);
  expect((await call()).status).toBe(200);
});

test("half a body: the length of the whole, then the connection ends", async () => {
  await arm({ times: 1, fault: { kind: "half_body" } });
  const half = await raw("/groups");
  const whole = await raw("/groups");
  expect(half).toMatchObject({ status: 200, length: whole.length, whole: false });
  expect(half.body).toBe(whole.body.slice(0, Math.ceil(whole.body.length / 2)));
  expect(whole.whole).toBe(true);
});

test("a body drop by drop arrives whole, at the pace asked for", async () => {
  const whole = await raw("/account/info");
  await arm({ fault: { kind: "slow_body", bytes_per_second: 200 } });
  const before = performance.now();
  expect(await raw("/account/info")).toEqual(whole);
  expect(performance.now() - before).toBeGreaterThan((whole.length / 200) * 1000 * 0.8);
});

test("one byte a second: the head is there, the body has hardly begun", async () => {
  await arm({ fault: { kind: "slow_body" } });
  const told = await call();
  const reader = told.body?.getReader();
  const first = await reader?.read();
  expect(told.status).toBe(200);
  expect(first?.value).toHaveLength(1);
  await reader?.cancel();
});

test("a reset ends the connection without an answer", async () => {
  await arm({ fault: { kind: "reset" } });
  await expect(raw("/groups")).rejects.toMatchObject({ code: "ECONNRESET" });
});

test("a lost answer: the call took place, the client never learns", async () => {
  await arm({ match: { method: "POST" }, fault: { kind: "lost_answer" } });
  await expect(post("/groups", { name: "Lost" })).rejects.toThrow();
  expect(await groups()).toContain("Lost");
});

describe("a creation", () => {
  const named = async (schema: string) => {
    const { data } = (await (await call(`/connections?schema=${schema}`)).json()) as {
      data: { items: unknown[] };
    };
    return data.items.length;
  };
  const create = async (schema: string, init: RequestInit = {}) => {
    const { data } = (await (await call("/groups")).json()) as { data: { items: { id: string }[] } };
    const config = { schema, api_key: "k" };
    const body = {
      group_id: data.items[0]?.id,
      service: "stripe",
      run_setup_tests: false,
      paused: true,
      config,
    };
    return call("/connections", { method: "POST", body: JSON.stringify(body), ...init });
  };
  const on = (fault: object) => ({ match: { operation: "create_connection" }, times: 1, fault });

  test("is made although its answer is lost or cut, and then its name is taken", async () => {
    await arm(on({ kind: "lost_answer" }));
    await expect(create("lost_answer")).rejects.toThrow();
    expect(await named("lost_answer")).toBe(1);
    expect((await create("lost_answer")).status).toBe(409);
    await arm(on({ kind: "half_body" }));
    await expect(create("half_answer").then((told) => told.json())).rejects.toThrow();
    expect(await named("half_answer")).toBe(1);
  });

  test("is not made where it was lost on the way, or refused by a gateway", async () => {
    for (const fault of [{ kind: "reset" }, { kind: "bad_gateway_html" }, { kind: "error", status: 503 }]) {
      await arm(on(fault));
      await create("lost_request").catch(() => null);
      expect(await named("lost_request")).toBe(0);
    }
    expect((await create("lost_request")).status).toBe(201);
  });

  test("that takes long appears after its client has gone", async () => {
    await arm(on({ kind: "delay", ms: 300 }));
    await expect(create("late", { signal: AbortSignal.timeout(60) })).rejects.toThrow();
    expect(await named("late")).toBe(0);
    await expect.poll(() => named("late"), { timeout: 5_000 }).toBe(1);
  });
});

test("a delay holds the answer back", async () => {
  await arm({ fault: { kind: "delay", ms: 150 } });
  const before = performance.now();
  expect((await call()).status).toBe(200);
  expect(performance.now() - before).toBeGreaterThanOrEqual(145);
});

test("stale reads show the account from before the write, so many times", async () => {
  const before = await groups();
  await arm({ fault: { kind: "stale_reads", reads: 2 } });
  expect((await post("/groups", { name: "Late" })).status).toBe(201);
  expect(await groups()).toEqual(before);
  expect(await groups()).toEqual(before);
  expect(await groups()).toEqual([...before, "Late"]);
});

test("a rule picks its calls by method, path and operation, after some and so many times", async () => {
  const fault = { kind: "error", status: 503, code: "X", message: "y" };
  await arm({ match: { operation: "list_all_groups" }, after: 1, times: 2, fault });
  const told: number[] = [];
  for (let n = 0; n < 5; n += 1) told.push((await call("/groups")).status);
  expect(told).toEqual([200, 503, 503, 200, 200]);
  await arm({ match: { path: "/groups/*/connections" }, fault });
  const [group] = ((await (await call("/groups")).json()) as { data: { items: { id: string }[] } }).data
    .items;
  expect((await call(`/groups/${group?.id}/connections?limit=1`)).status).toBe(503);
  expect((await call(`/groups/${group?.id}`)).status).toBe(200);
  await arm({ match: { method: "post", path: "/groups/**" }, fault });
  expect((await call(`/groups/${group?.id}`)).status).toBe(200);
  await arm({ match: { path: "/**" }, fault });
  expect((await call(`/groups/${group?.id}/connections`)).status).toBe(503);
});

test("control is never hit by a fault", async () => {
  await arm({ fault: { kind: "reset" } });
  expect((await fetch(`${control}/clock`)).status).toBe(200);
});

test.each([
  { rules: [{ fault: { kind: "meteor" } }] },
  { rules: [{ match: { colour: 1 }, fault: { kind: "reset" } }] },
  {},
  [],
])("the faults %j are refused with a reason", async (body) => {
  const told = await fetch(`${control}/faults`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(told.status).toBe(400);
  expect(await told.json()).toMatchObject({ code: "InvalidInput", message: expect.stringMatching(/./) });
});

test("requests are listed with status, operation and fault, without credentials, until cleared", async () => {
  await fetch(`${control}/requests`, { method: "DELETE" });
  await arm({ match: { operation: "list_all_groups" }, fault: { kind: "empty" } });
  await call("/groups?limit=3");
  await call("/nowhere");
  const text = await (await fetch(`${control}/requests`)).text();
  expect(JSON.parse(text).data.requests).toEqual([
    {
      method: "GET",
      path: "/v1/groups?limit=3",
      status: 200,
      operation: "list_all_groups",
      fault: "empty",
      at: expect.any(String),
    },
    { method: "GET", path: "/v1/nowhere", status: 404, operation: null, fault: null, at: expect.any(String) },
  ]);
  expect(text).not.toContain(SIGNED_IN.slice(6));
  await fetch(`${control}/requests`, { method: "DELETE" });
  expect((await (await fetch(`${control}/requests`)).json()).data.requests).toEqual([]);
});

/** Sends bytes as they are, for what no HTTP client would send, and gives back all that is answered. */
function bytes(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(url);
    let answer = "";
    const socket = createConnection({ host: "127.0.0.1", port: Number(port) }, () => socket.write(text));
    socket.setEncoding("utf8").on("data", (chunk) => {
      answer += chunk;
    });
    socket.once("close", () => resolve(answer)).once("error", reject);
  });
}

test.each([
  ["GET /v1/connections/../groups HTTP/1.1", 404],
  ["GET /v1/connections/%2e%2e/schemas HTTP/1.1", 404],
  ["GET /v1/connections//schemas HTTP/1.1", 404],
  ["GET /v1/groups/a\\b HTTP/1.1", 400],
  ["NONSENSE", 400],
])("%s is %i with a JSON body", async (line, status) => {
  const head = `Host: 127.0.0.1\r\nAuthorization: ${SIGNED_IN}\r\nConnection: close\r\n\r\n`;
  const answer = await bytes(`${line}\r\n${head}`);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(
    JSON.parse(answer.slice(answer.indexOf("\r\n\r\n") + 4).replace(/^[0-9a-f]+\r\n|\r\n0\r\n\r\n$/g, "")),
  ).toMatchObject({
    code: expect.any(String),
    message: expect.any(String),
  });
});

test("control is for this machine's own pages only", async () => {
  const foreign = await fetch(`${control}/reset`, {
    method: "POST",
    headers: { Origin: "https://evil.example" },
  });
  expect(foreign.status).toBe(403);
  const rebound = await bytes(
    "GET /_sandbox/clock HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
  );
  expect(rebound).toMatch(/^HTTP\/1.1 403 /);
});
