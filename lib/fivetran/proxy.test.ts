import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { Client } from "@/lib/fivetran/client";
import { forward, type Journal } from "@/lib/fivetran/proxy";
import { json, ScriptedUpstream } from "@/lib/fivetran/scripted-upstream";

const admin: Actor = { id: "local", role: "admin" };
const done = { code: "Success", message: "Done" };

let upstream: ScriptedUpstream;
let client: Client;
let events: unknown[];
let journal: Journal;

beforeEach(async () => {
  upstream = new ScriptedUpstream();
  client = new Client(
    { base_url: await upstream.listen(), key: "key-canary-0003", secret: "secret-canary-0004" },
    { retry_ms: 1 },
  );
  events = [];
  upstream.script = (seen, response) => {
    events.push(`${seen.method} ${seen.url}`);
    json(response, 200, done);
  };
  journal = {
    recordIntent: async ({ operation, body }) => {
      events.push({ intent: operation, body });
      return 7;
    },
    recordOutcome: async (id, outcome) => void events.push({ id, ...outcome }),
    announceWrite: async (_id, { id }, summary) => void events.push(`${id}: ${summary}`),
    readBack: async (id, invalidates) => void events.push({ readBack: id, invalidates }),
  };
});

afterEach(async () => {
  await client.close();
  await upstream.close();
});

function pass(method: string, path: string, body?: unknown, actor = admin, signal?: AbortSignal) {
  const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
  const request = new Request(`http://localhost/api/fivetran${path}`, { method, body: text, signal });
  return forward(request, { actor, request_id: "r1" }, client, journal);
}

const failure = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error("It did not fail.")),
    (error: unknown) => (error instanceof AppError ? error : Promise.reject(error)),
  );

const sentBody = (): unknown => JSON.parse(upstream.seen[0]?.body ?? "null");

describe("a read", () => {
  test("hands the bytes on as they came, with status and type, and lets nobody store them", async () => {
    const bytes = '{ "code":"Success",\n "data":{"items":[1e3, "\\u00e9"]} }';
    upstream.script = (_seen, response) =>
      response
        .writeHead(200, {
          "content-type": "application/json;charset=utf-8",
          "set-cookie": "a=b",
          "x-own": "1",
        })
        .end(bytes);
    const response = await pass("GET", "/groups?limit=5");
    expect(await response.text()).toBe(bytes);
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "application/json;charset=utf-8",
      "cache-control": "no-store",
    });
    expect(upstream.seen[0]?.url).toBe("/v1/groups?limit=5");
    expect(events).toEqual([]);
  });

  test("of a large answer arrives whole", async () => {
    const text = JSON.stringify({ code: "Success", data: { schemas: { a: "x".repeat(5_000_000) } } });
    upstream.script = (_seen, response) =>
      response.writeHead(200, { "content-type": "application/json" }).end(text);
    const response = await pass("GET", "/connections/a/schemas");
    expect((await response.text()).length).toBe(text.length);
  });

  test("whose reader leaves half way is given up upstream", async () => {
    let closed: Promise<unknown> | undefined;
    upstream.script = (_seen, response) => {
      closed = once(response, "close");
      response.writeHead(200, { "content-type": "application/json" });
      response.write(`{"data":"${"x".repeat(100_000)}`);
    };
    const response = await pass("GET", "/connections/a/schemas");
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await closed;
  });

  test("does not hand on the request's own headers, cookies above all", async () => {
    const request = new Request("http://localhost/api/fivetran/groups", {
      headers: { cookie: "session=1", "x-forwarded-for": "1.2.3.4", accept: "text/html" },
    });
    await forward(request, { actor: admin, request_id: "r" }, client, journal);
    const headers = upstream.seen[0]?.headers ?? {};
    expect(Object.keys(headers).sort()).toEqual([
      "accept",
      "authorization",
      "connection",
      "host",
      "user-agent",
    ]);
  });
});

describe("what the table does not allow is not sent", () => {
  test.each([
    ["GET", "/users", undefined, "not_found", undefined],
    ["GET", "/connections/a?x=1", undefined, "invalid", "x"],
    ["GET", "/connections?limit=5000", undefined, "invalid", "limit"],
    ["GET", "/connections?lim=5", undefined, "invalid", "lim"],
    ["GET", "/connections?limit=5&limit=6", undefined, "invalid", "limit"],
    ["PATCH", "/connections/a", { pausd: true }, "invalid", "pausd"],
    ["PATCH", "/connections/a", { paused: "yes" }, "invalid", "paused"],
    ["PATCH", "/connections/a", { sync_frequency: 7 }, "invalid", "sync_frequency"],
    [
      "PATCH",
      "/connections/a",
      { config: { a: [{ password: "******" }] } },
      "invalid",
      "config.a.0.password",
    ],
    ["PATCH", "/connections/a", "{", "invalid", undefined],
    ["PATCH", "/connections/a", undefined, "invalid", undefined],
    ["DELETE", "/connections/a", { sure: true }, "invalid", undefined],
    ["POST", "/connections/a/schemas/tables/resync", {}, "invalid", undefined],
  ])("%s %s %j", async (method, path, body, code, field) => {
    const error = await failure(pass(method, path, body));
    expect([error.code, error.facts.field]).toEqual([code, field]);
    expect(upstream.seen).toEqual([]);
    expect(events).toEqual([]);
  });

  test.each([
    ["viewer", "PATCH", "/connections/a", { paused: true }],
    ["operator", "DELETE", "/connections/a", undefined],
    ["operator", "POST", "/connections/a/schemas/reload", { exclude_mode: "EXCLUDE" }],
  ] as const)("by a %s: %s %s", async (role, method, path, body) => {
    const error = await failure(pass(method, path, body, { id: "someone", role }));
    expect(error.code).toBe("forbidden");
    expect(upstream.seen).toEqual([]);
    expect(events).toEqual([]);
  });
});

describe("a write", () => {
  test("is recorded, sent, recorded again and looked at, in this order, before it is answered", async () => {
    const response = await pass("PATCH", "/connections/warm_tide", { paused: true });
    expect(await response.json()).toEqual(done);
    expect(events).toEqual([
      { intent: "modify_connection", body: { run_setup_tests: false, paused: true } },
      "local: paused",
      "PATCH /v1/connections/warm_tide",
      { id: 7, outcome: "succeeded", status: 200 },
      { readBack: "warm_tide", invalidates: ["connection"] },
    ]);
  });

  test("is not sent when it cannot be recorded", async () => {
    journal.recordIntent = () => Promise.reject(new AppError("unavailable", "No database."));
    expect((await failure(pass("DELETE", "/connections/a"))).code).toBe("unavailable");
    expect(upstream.seen).toEqual([]);
  });

  test("that took place stays so when what comes after it fails", async () => {
    const broken = () => Promise.reject(new Error("disk full"));
    Object.assign(journal, { recordOutcome: broken, readBack: broken, announceWrite: broken });
    expect((await pass("PATCH", "/connections/a", { paused: true })).status).toBe(200);
  });

  test("that Fivetran refused is recorded as failed, with its status and words", async () => {
    upstream.script = (_seen, response) =>
      json(response, 409, { code: "Conflict", message: "Sync is running" });
    const error = await failure(pass("POST", "/connections/a/resync"));
    expect(error.code).toBe("conflict");
    expect(events.at(-1)).toEqual({ id: 7, outcome: "failed", status: 409, message: error.message });
  });

  test("whose answer was lost is recorded as unknown and looked at, and not sent again", async () => {
    upstream.script = (_seen, response) => response.socket?.destroy();
    expect((await failure(pass("POST", "/connections/a/resync"))).code).toBe("unknown_outcome");
    expect(events.slice(-2)).toEqual([
      { id: 7, outcome: "unknown", status: null, message: expect.stringContaining("not known") },
      { readBack: "a", invalidates: ["connection"] },
    ]);
    expect(upstream.seen).toHaveLength(1);
  });

  test("goes on and is recorded when its browser leaves", async () => {
    const browser = new AbortController();
    upstream.script = (_seen, response) => {
      browser.abort();
      setImmediate(() => json(response, 200, done));
    };
    const response = await pass("PATCH", "/connections/a", { paused: true }, admin, browser.signal);
    expect(response.status).toBe(200);
    expect(events).toContainEqual({ id: 7, outcome: "succeeded", status: 200 });
  });

  test("waits for the one before it on the same connection", async () => {
    const held: (() => void)[] = [];
    const arrived = new Promise<void>((resolve) => {
      upstream.script = (_seen, response) => {
        held.push(() => json(response, 200, done));
        resolve();
      };
    });
    const first = pass("PATCH", "/connections/a", { paused: true });
    const second = pass("PATCH", "/connections/a", { paused: false });
    await arrived;
    const other = pass("PATCH", "/connections/b", { paused: true });
    while (upstream.seen.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(upstream.seen.map(({ url }) => url)).toEqual(["/v1/connections/a", "/v1/connections/b"]);
    for (const release of held) release();
    upstream.script = (_seen, response) => json(response, 200, done);
    await Promise.all([first, second, other]);
    expect(upstream.seen).toHaveLength(3);
  });

  test("tests the connection only when asked to", async () => {
    await pass("PATCH", "/connections/a", { run_setup_tests: true, paused: true });
    expect(sentBody()).toEqual({ run_setup_tests: true, paused: true });
  });

  test("keeps a table called __proto__", async () => {
    await pass("POST", "/connections/a/schemas/tables/resync", '{"__proto__":["users"]}');
    expect(upstream.seen[0]?.body).toBe('{"__proto__":["users"]}');
  });

  test("leaves no secret in what is recorded of it", async () => {
    await pass("PATCH", "/connections/a", {
      config: { host: "canary", nested: { list: ["canary"] } },
      auth: { client_access: { client_id: "canary" } },
    });
    expect(upstream.seen[0]?.body).toContain("canary");
    expect(JSON.stringify(events)).not.toContain("canary");
  });

  test("for a connect card: its token is in the answer, and in nothing that is written down", async () => {
    const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl";
    const uri = `https://fivetran.com/connect-card/setup?redirect_uri=x&auth=${token}`;
    upstream.script = (_seen, response) =>
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify({ code: "Success", data: { connector_id: "a", connect_card: { token, uri } } }));
    const connect_card_config = { redirect_uri: "https://console.example.com/back" };
    const response = await pass("POST", "/connections/a/connect-card", { connect_card_config });
    expect(await response.text()).toContain(token);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(sentBody()).toEqual({ connect_card_config });
    expect(JSON.stringify(events)).not.toContain(token);
    expect(events[0]).toMatchObject({ intent: "connect_card", body: { connect_card_config } });
  });

  test("with a long answer passes it on as it comes", async () => {
    const text = JSON.stringify({ code: "Success", data: "x".repeat(3_000_000) });
    upstream.script = (_seen, response) =>
      response.writeHead(200, { "content-type": "application/json" }).end(text);
    const response = await pass("POST", "/connections/a/schemas/reload", { exclude_mode: "PRESERVE" });
    expect((await response.text()).length).toBe(text.length);
  });
});
