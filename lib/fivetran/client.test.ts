import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { Client } from "@/lib/fivetran/client";
import type { GateOptions } from "@/lib/fivetran/gate";
import { FAULTS, json, ScriptedUpstream } from "@/lib/fivetran/scripted-upstream";

const KEY = "key-canary-0001";
const SECRET = "secret-canary-0002";
const BASIC = Buffer.from(`${KEY}:${SECRET}`).toString("base64");
const group = { id: "soft_hill", name: "Warehouse", created_at: "2026-01-02T03:04:05Z" };

let upstream: ScriptedUpstream;
let base_url: string;
const clients: Client[] = [];

function client(options: GateOptions = {}, at = base_url): Client {
  const made = new Client({ base_url: at, key: KEY, secret: SECRET }, { retry_ms: 1, ...options });
  clients.push(made);
  return made;
}

const failure = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error("It did not fail.")),
    (error: unknown) => (error instanceof AppError ? error : Promise.reject(error)),
  );

const read = (from: Client) => from.call("group_details", { params: { groupId: "soft_hill" }, as: "person" });
const write = (to: Client) =>
  to.call("modify_group", { params: { groupId: "soft_hill" }, body: { name: "New" }, as: "person" });

beforeEach(async () => {
  upstream = new ScriptedUpstream();
  base_url = await upstream.listen();
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((one) => one.close()));
  await upstream.close();
});

describe("a call", () => {
  test("carries the credentials, version 2, and its names encoded once", async () => {
    upstream.script = (_seen, response) => json(response, 200, { code: "Success", data: { columns: {} } });
    await client().call("connection_column_config", {
      params: { connectionId: "a_b", schema: "x/y%2F", table: "ü;+() ?#" },
      as: "person",
    });
    const [seen] = upstream.seen;
    expect(seen?.url).toBe("/v1/connections/a_b/schemas/x%2Fy%252F/tables/%C3%BC%3B%2B()%20%3F%23/columns");
    expect(seen?.headers).toMatchObject({
      authorization: `Basic ${BASIC}`,
      accept: "application/json;version=2",
    });
  });

  test("keeps the path of the configured address and sends the query", async () => {
    upstream.script = (_seen, response) => json(response, 200, { code: "Success", data: { items: [] } });
    const behind = client({}, base_url.replace("/v1", "/fivetran/v1"));
    await behind.call("list_connections", { query: { limit: 1000, schema: "a b&c" }, as: "poller" });
    expect(upstream.seen[0]?.url).toBe("/fivetran/v1/connections?limit=1000&schema=a%20b%26c");
  });

  test("gives data with fields that nobody knows yet", async () => {
    upstream.script = (_seen, response) =>
      json(response, 200, { code: "Success", data: { ...group, new: 1 } });
    expect(await read(client())).toEqual({ ...group, new: 1 });
  });

  test("says where an answer has an unexpected form", async () => {
    upstream.script = (_seen, response) =>
      json(response, 200, { code: "Success", data: { items: [group, { ...group, name: 7 }] } });
    const error = await failure(client().call("list_all_groups", { as: "person" }));
    expect(error.code).toBe("upstream");
    expect(error.message).toContain("data.items.1.name");
  });
});

describe("a name that no address can carry", () => {
  test.each([".", "..", "", "\0"])("%j never reaches the neighbouring endpoint", async (hash) => {
    const work = client().call("revoke_connection_fingerprint", {
      params: { connectionId: "warm_tide", hash },
      as: "person",
    });
    // With `..` an URL parser would make this the deletion of the connection itself.
    expect(new URL(`${base_url}/connections/warm_tide/fingerprints/..`).pathname).toBe(
      "/v1/connections/warm_tide/",
    );
    expect((await failure(work)).code).toBe("invalid");
    expect(upstream.seen).toEqual([]);
  });

  test("that only looks like one arrives as the name it is", async () => {
    upstream.script = (_seen, response) => json(response, 200, { code: "Success", message: "Done" });
    await client().call("revoke_connection_fingerprint", {
      params: { connectionId: "warm_tide", hash: "../.." },
      as: "person",
    });
    expect(upstream.seen[0]?.url).toBe("/v1/connections/warm_tide/fingerprints/..%2F..");
  });
});

describe.each(Object.entries(FAULTS))("%s", (_name, fault) => {
  test("is followed by another try of a read, which then succeeds", async () => {
    upstream.script = (_seen, response, n) =>
      n === 0 ? fault(response) : json(response, 200, { code: "Success", data: group });
    const mine = client();
    expect(await read(mine)).toEqual(group);
    expect(upstream.seen).toHaveLength(2);
    expect(mine.condition()).toEqual({ state: "ok" });
  });

  test("four times in a row fails a read, and the upstream counts as unreachable", async () => {
    upstream.script = (_seen, response) => void fault(response);
    const mine = client({ now: () => 5000 });
    expect((await failure(read(mine))).code).toBe("upstream");
    expect(upstream.seen).toHaveLength(4);
    expect(mine.condition()).toMatchObject({ state: "unreachable", since: 5000 });
  });

  test("leaves the outcome of a write unknown, and the write is sent once", async () => {
    upstream.script = (_seen, response) => void fault(response);
    const error = await failure(write(client()));
    expect(error.code).toBe("unknown_outcome");
    expect(error.message).toContain("not known");
    expect(upstream.seen).toHaveLength(1);
  });
});

describe("an answer that does not come", () => {
  test("ends a read as timeout and a write as unknown", async () => {
    upstream.script = () => {};
    const patience = { read: 30, write: 30 };
    expect((await failure(read(client({ timeouts: patience })))).code).toBe("timeout");
    expect((await failure(write(client({ timeouts: patience })))).code).toBe("unknown_outcome");
    expect(upstream.seen).toHaveLength(2);
  });

  test("is waited for longer where a source is asked", async () => {
    upstream.script = (_seen, response) => {
      setTimeout(() => json(response, 200, { code: "Success", data: { columns: {} } }), 120);
    };
    const params = { connectionId: "a", schema: "s", table: "t" };
    const mine = client({ timeouts: { read: 20, write: 20, source: 5000 } });
    await expect(mine.call("connection_column_config", { params, as: "person" })).resolves.toEqual({
      columns: {},
    });
  });

  test("is given up when one byte after the other trickles in", async () => {
    upstream.script = (_seen, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const timer = setInterval(() => response.write(" "), 5);
      response.on("close", () => clearInterval(timer));
    };
    const error = await failure(read(client({ timeouts: { read: 60 } })));
    expect(error.code).toBe("timeout");
  });

  test("is no longer waited for when the reader goes away", async () => {
    const stop = new AbortController();
    let closed: Promise<unknown> | undefined;
    upstream.script = (_seen, response) => {
      closed = once(response, "close");
      stop.abort();
    };
    const mine = client();
    const work = mine.call("list_all_groups", { as: "person", signal: stop.signal });
    await failure(work);
    await closed;
    expect(upstream.seen).toHaveLength(1);
    expect(mine.condition()).toEqual({ state: "ok" });
  });
});

describe("an upstream that is not there", () => {
  test("was sent nothing, so that a write is known not to have happened", async () => {
    const nobody = client({}, "http://127.0.0.1:9/v1");
    const error = await failure(write(nobody));
    expect(error.code).toBe("upstream");
    expect(error.message).toContain("Nothing was sent");
  });
});

describe("a redirect", () => {
  test.each([301, 302, 307, 308])(
    "with status %i is not followed, not repeated and changes nothing",
    async (status) => {
      upstream.script = (seen, response) =>
        seen.url === "/elsewhere"
          ? json(response, 200, { code: "Success", data: group })
          : response.writeHead(status, { location: "/elsewhere" }).end();
      const error = await failure(read(client()));
      expect(error).toMatchObject({ code: "upstream", facts: { upstream_status: status } });
      expect((await failure(write(client()))).message).toContain("Nothing was changed");
      expect(upstream.seen.map(({ url }) => url)).toEqual(["/v1/groups/soft_hill", "/v1/groups/soft_hill"]);
    },
  );
});

describe("a refusal", () => {
  test.each([
    [400, "InvalidInput", "invalid"],
    [401, "AuthFailed", "upstream"],
    [403, "Forbidden", "forbidden"],
    [404, "NotFound_Group", "not_found"],
    [405, "MethodNotAllowed", "not_allowed"],
    [409, "Conflict", "conflict"],
  ] as const)(
    "with status %i and code %s becomes %s, is not repeated, and quotes Fivetran",
    async (status, upstream_code, code) => {
      upstream.script = (_seen, response) =>
        json(response, status, { code: upstream_code, message: "The group is busy" });
      const error = await failure(write(client()));
      expect(error).toMatchObject({ code, facts: { upstream_code, upstream_status: status } });
      expect(error.message).toContain("Fivetran says: The group is busy.");
      expect(error.message).toContain("Nothing was changed");
      await failure(read(client()));
      expect(upstream.seen).toHaveLength(2);
    },
  );

  test("of the key shows as condition since the first one, until an answer shows that the key works", async () => {
    let now = 1000;
    upstream.script = (_seen, response, n) =>
      n < 2
        ? json(response, 401, { code: "AuthFailed", message: "Bad key" })
        : json(response, 404, { code: "NotFound_Group", message: "None" });
    const mine = client({ now: () => now });
    const states: string[] = [];
    mine.onChange(() => states.push(mine.condition().state));
    await failure(read(mine));
    now = 2000;
    await failure(read(mine));
    expect(mine.condition()).toMatchObject({ state: "refused", since: 1000 });
    await failure(read(mine));
    expect(mine.condition()).toEqual({ state: "ok" });
    expect(states).toEqual(["refused", "ok"]);
  });

  test("never repeats the credentials that Fivetran may echo", async () => {
    upstream.script = (seen, response) =>
      json(response, 400, { code: `Bad_${KEY}`, message: `${seen.headers.authorization} ${KEY} ${SECRET}` });
    const { message, facts } = await failure(read(client()));
    expect(message + JSON.stringify(facts)).not.toMatch(/canary/);
    expect(message).not.toContain(BASIC);
  });

  test("with a web page instead of JSON keeps its status", async () => {
    upstream.script = (_seen, response) =>
      response.writeHead(403, { "content-type": "text/html" }).end("<html>No</html>");
    const error = await failure(read(client()));
    expect(error).toMatchObject({ code: "forbidden", facts: { upstream_status: 403 } });
    expect(error.message).not.toContain("<");
  });
});

describe("a 429", () => {
  const at = Date.UTC(2026, 10, 22, 12, 0, 0);
  const limited = (headers: Record<string, string>) => {
    upstream.script = (_seen, response) =>
      json(response, 429, { code: "TooManyRequests", message: "Slow down" }, headers);
  };

  test.each([
    ["seconds", { "retry-after": "3600" }, at + 3_600_000],
    [
      "an HTTP date, read by the answer's own clock",
      { "retry-after": "Thu, 01 Jan 2026 00:10:00 GMT", date: "Thu, 01 Jan 2026 00:00:00 GMT" },
      at + 600_000,
    ],
    ["no Retry-After", {}, at + 5000],
    ["a garbled Retry-After", { "retry-after": "soon" }, at + 5000],
  ])("with %s pauses every call until then", async (_name, headers, until) => {
    limited(headers);
    const mine = client({ now: () => at });
    const error = await failure(write(mine));
    expect(error).toMatchObject({ code: "rate_limited", facts: { retry_at: until, upstream_status: 429 } });
    expect(mine.quota().paused_until).toBe(until);
    expect(mine.condition()).toMatchObject({ state: "rate_limited", until });
    expect(upstream.seen).toHaveLength(1);
  });

  test("holds the next calls back without sending them, and says until when", async () => {
    limited({ "retry-after": "60" });
    const mine = client({ now: () => at });
    await failure(write(mine));
    for (const work of [read(mine), write(mine)]) {
      expect(await failure(work)).toMatchObject({ code: "rate_limited", facts: { retry_at: at + 60_000 } });
    }
    expect(upstream.seen).toHaveLength(1);
  });

  test("of a second lets a read wait and go on", async () => {
    upstream.script = (_seen, response, n) =>
      n === 0
        ? json(response, 429, { code: "TooManyRequests", message: "No" }, { "retry-after": "1" })
        : json(response, 200, { code: "Success", data: group });
    expect(await read(client())).toEqual(group);
    expect(upstream.seen).toHaveLength(2);
  });

  test("of a call to the source leaves other calls free while the hour has budget left", async () => {
    const params = { connectionId: "a", schema: "s", table: "t" };
    upstream.script = (seen, response) =>
      seen.url.endsWith("/columns")
        ? json(
            response,
            429,
            { code: "TooManyRequests", message: "No" },
            { "retry-after": "600", "x-rate-limit": "20000", "x-rate-limit-remaining": "19000" },
          )
        : json(response, 200, { code: "Success", data: group });
    const mine = client();
    expect((await failure(mine.call("connection_column_config", { params, as: "person" }))).code).toBe(
      "rate_limited",
    );
    expect(await read(mine)).toEqual(group);
    expect(mine.quota()).toMatchObject({ limit: 20000, remaining: 19000, paused_until: null });
  });
});

describe("the queue", () => {
  const held: (() => void)[] = [];
  const hold = () => {
    held.length = 0;
    upstream.script = (_seen, response) => {
      held.push(() => json(response, 200, { code: "Success", data: { items: [] } }));
    };
  };
  const arrived = async (count: number) => {
    while (upstream.seen.length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  const list = (mine: Client, as: "person" | "poller", schema: string) =>
    mine.call("list_connections", { query: { schema }, as });

  test("sends eight calls at once and a waiting person before the poller that came first", async () => {
    hold();
    const mine = client();
    const first = Array.from({ length: 8 }, (_, n) => list(mine, "person", `p${n}`));
    await arrived(8);
    const poller = list(mine, "poller", "poller");
    const person = list(mine, "person", "late");
    held[0]?.();
    await arrived(9);
    expect(upstream.seen[8]?.url).toContain("schema=late");
    for (const release of held.slice(1)) release();
    await arrived(10);
    held[9]?.();
    await Promise.all([...first, poller, person]);
  });

  test("never gives the poller more than three of the eight", async () => {
    hold();
    const mine = client();
    const polls = Array.from({ length: 5 }, (_, n) => list(mine, "poller", `poll${n}`));
    await arrived(3);
    const person = list(mine, "person", "someone");
    await arrived(4);
    expect(upstream.seen[3]?.url).toContain("someone");
    for (let n = 0; n < 6; n++) {
      await arrived(n + 1);
      held[n]?.();
    }
    await Promise.all([...polls, person]);
  });

  test("counts who spent what", async () => {
    upstream.script = (_seen, response) => json(response, 200, { code: "Success", data: { items: [] } });
    const mine = client();
    await Promise.all([list(mine, "person", "a"), list(mine, "poller", "b"), list(mine, "poller", "c")]);
    expect(mine.quota().spent).toEqual({ person: 1, poller: 2 });
  });
});

describe("an answer that is passed on", () => {
  test("begins while the upstream still sends", async () => {
    let finish: (() => void) | undefined;
    upstream.script = (_seen, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write(`{"code":"Success","data":"${"x".repeat(40_000)}`);
      finish = () => response.end('"}');
    };
    const { text, body } = await client().send("list_all_groups", { params: {}, as: "person" });
    expect(text).toBeNull();
    const chunks: Buffer[] = [];
    body.on("data", (chunk: Buffer) => chunks.push(chunk));
    await once(body, "data");
    finish?.();
    await once(body, "end");
    expect(JSON.parse(Buffer.concat(chunks).toString("utf8")).data).toHaveLength(40_000);
  });

  test("breaks off where the upstream broke off", async () => {
    upstream.script = (_seen, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "90000" });
      response.write(`{"data":"${"x".repeat(40_000)}`, () => response.socket?.destroy());
    };
    const { body } = await client().send("list_all_groups", { params: {}, as: "person" });
    body.resume();
    await expect(once(body, "end")).rejects.toThrow();
  });
});
