import { afterAll, beforeAll, expect, test } from "vitest";
import { NOON, SIGNED_IN, type TestSandbox, testSandbox } from "@/lib/sandbox/test-sandbox";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await testSandbox();
});
afterAll(() => sandbox.close());

const anyText = expect.stringMatching(/./);

test.each([
  ["no credentials", {}],
  ["another secret", { Authorization: `Basic ${btoa("sandbox:other")}` }],
  ["another scheme", { Authorization: "Bearer sandbox" }],
  ["nonsense", { Authorization: "Basic %%%" }],
])("%s is 401 AuthFailed, whatever the address", async (_, headers) => {
  for (const path of ["/connections", "/nowhere"]) {
    const told = await sandbox.fetch(new Request(`http://127.0.0.1/v1${path}`, { headers }));
    expect(told.status).toBe(401);
    expect(await told.json()).toEqual({ code: "AuthFailed", message: anyText });
    expect(told.headers.get("x-rate-limit")).toBe("20000");
  }
});

test.each([
  ["GET", "/nowhere", 404, "NotFound"],
  ["GET", "/", 404, "NotFound"],
  ["PUT", "/connections", 405, "MethodNotAllowed"],
  ["POST", "/account/info", 405, "MethodNotAllowed"],
  ["GET", "/connections/no_such", 404, "NotFound_Connector"],
  ["PATCH", "/connections/no_such", 404, "NotFound_Connector"],
  ["POST", "/connections/no_such/force", 404, "NotFound_Connector"],
  ["GET", "/connections/no_such/schemas", 404, "NotFound_Connector"],
  ["GET", "/groups/no_such", 404, "NotFound_Group"],
  ["DELETE", "/groups/no_such", 404, "NotFound_Group"],
  ["GET", "/destinations/no_such", 404, "NotFound_Destination"],
  ["GET", "/metadata/connector-types/no_such", 404, "NotFound"],
  ["GET", "/connections?limit=0", 400, "InvalidInput"],
  ["GET", "/connections?limit=1001", 400, "InvalidInput"],
  ["GET", "/connections?limit=many", 400, "InvalidInput"],
  ["GET", "/connections?cursor=!!", 400, "InvalidInput"],
  ["GET", "/connections/..%2Fgroups", 404, "NotFound_Connector"],
  ["GET", "/connections/a%00b", 404, "NotFound"],
  ["GET", "/connections/%zz", 404, "NotFound"],
])("%s %s is %i %s", async (method, path, status, code) => {
  const told = await sandbox.call(method, path);
  expect(told.status).toBe(status);
  expect(told.body).toEqual({ code, message: anyText });
  expect(told.headers.get("content-type")).toMatch(/^application\/json/);
});

test("a refusal for an unknown id names the id", async () => {
  expect((await sandbox.call("GET", "/connections/no_such")).body.message).toContain("no_such");
});

test.each([
  undefined,
  "*/*",
  "application/json",
  "application/json;version=2",
  "application/json; version=2",
  "text/html, */*",
])("Accept %s is served JSON", async (accept) => {
  const told = await sandbox.call("GET", "/account/info", undefined, accept ? { Accept: accept } : {});
  expect(told.status).toBe(200);
});

test("text/html alone is 406", async () => {
  const told = await sandbox.call("GET", "/account/info", undefined, { Accept: "text/html" });
  expect(told).toMatchObject({ status: 406, body: { code: "NotAcceptable", message: anyText } });
});

test("a body of another type is 415, no body of any type is fine", async () => {
  const { items } = await sandbox.data<{ items: { id: string }[] }>("GET", "/connections");
  const path = `/connections/${items[0]?.id}/sync`;
  const text = await sandbox.call("POST", path, "force=true", { "Content-Type": "text/plain" });
  expect(text).toMatchObject({ status: 415, body: { code: "UnsupportedMediaType" } });
  const empty = new Request(`http://127.0.0.1/v1${path}`, {
    method: "POST",
    headers: { Authorization: SIGNED_IN, "Content-Type": "text/plain" },
  });
  expect((await sandbox.fetch(empty)).status).toBe(200);
});

test.each(["{", "[]", "null", '"text"', "1"])("the body %s is 400 InvalidInput", async (body) => {
  const told = await sandbox.call("POST", "/groups", body);
  expect(told).toMatchObject({ status: 400, body: { code: "InvalidInput", message: anyText } });
});

test("pages follow each other by cursor and hold every connection once", async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page: { items: { id: string }[]; next_cursor?: string } = await sandbox.data(
      "GET",
      `/connections?limit=7${cursor ? `&cursor=${cursor}` : ""}`,
    );
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.next_cursor;
    if (cursor === undefined) expect(page).not.toHaveProperty("next_cursor");
    else expect(JSON.parse(atob(cursor))).toEqual({ skip: seen.length });
  } while (cursor !== undefined);
  expect(seen).toHaveLength(61);
  expect(new Set(seen).size).toBe(61);
});

test("the old addresses answer as the present ones, and not at all when switched off", async () => {
  const off = await testSandbox({ aliases: false });
  const { items } = await sandbox.data<{ items: { id: string; group_id: string }[] }>("GET", "/connections");
  const { id, group_id } = items[0] ?? { id: "", group_id: "" };
  for (const [old, now] of [
    ["/connectors", "/connections"],
    [`/connectors/${id}`, `/connections/${id}`],
    [`/connectors/${id}/schemas`, `/connections/${id}/schemas`],
    [`/groups/${group_id}/connectors`, `/groups/${group_id}/connections`],
    [`/groups/${group_id}/connectors/`, `/groups/${group_id}/connections`],
    ["/metadata/connectors", "/metadata/connector-types"],
  ] as const) {
    expect((await sandbox.call("GET", old)).body).toEqual((await sandbox.call("GET", now)).body);
    expect(await off.call("GET", old)).toMatchObject({ status: 404, body: { code: "NotFound" } });
  }
  await off.close();
});

test("connector types are public outside /v1", async () => {
  const told = await sandbox.fetch(new Request("http://127.0.0.1/public/connector-types"));
  const { code, data } = (await told.json()) as { code: string; data: { items: unknown[] } };
  expect(code).toBe("Success");
  expect(data.items).toHaveLength(773);
});

test("times carry microseconds and read as RFC 3339", async () => {
  const { items } = await sandbox.data<{ items: Record<string, string>[] }>("GET", "/connections");
  for (const { created_at, succeeded_at, failed_at } of items) {
    for (const time of [created_at, succeeded_at, failed_at]) {
      if (time == null) continue;
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
      expect(Date.parse(time)).toBeLessThanOrEqual(NOON);
    }
  }
});
