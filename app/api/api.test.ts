import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { GET as getAccount } from "@/app/api/account/route";
import { GET as getDetail } from "@/app/api/connections/[id]/route";
import { GET as getSnapshot } from "@/app/api/connections/route";
import { GET as getEvents } from "@/app/api/events/route";
import { GET as getChanges } from "@/app/api/state-changes/route";
import { GET as health } from "@/app/healthz/route";
import { GET as ready } from "@/app/readyz/route";
import type { AccountSnapshot } from "@/lib/model/snapshot";
import { startSandbox } from "@/lib/sandbox/server";
import { setStore } from "@/lib/store/db";
import { holdStore, testStore } from "@/lib/store/test-store";
import { identify } from "@/lib/sync/identify";
import { sweepNow } from "@/lib/sync/sweep-now";
import { holdAccount } from "@/lib/sync/test-account";
import { watchedNow } from "@/lib/sync/watch";

holdStore(testStore);
const account = holdAccount(startSandbox);

const open = async () => {
  await account.start([{ id: "shop_a", schema: "shop" }]);
  await identify(account.identity);
  await sweepNow("person", {});
};
const request = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://localhost${path}`, { headers: { host: "localhost", ...headers } });
const params = <P>(value: P) => ({ params: Promise.resolve(value) });
const none = params({});

test("the snapshot comes gzipped, and not again to who holds it", async () => {
  await open();
  const answer = await getSnapshot(request("/api/connections", { "accept-encoding": "gzip, br" }), none);
  expect(answer.headers.get("x-body-encoding")).toBe("gzip");
  const body = gunzipSync(new Uint8Array(await answer.arrayBuffer())).toString();
  expect((JSON.parse(body) as AccountSnapshot).connections.map((row) => row.id)).toEqual(["shop_a"]);
  const etag = answer.headers.get("etag") ?? "";
  const again = await getSnapshot(request("/api/connections", { "if-none-match": etag }), none);
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const plain = await getSnapshot(request("/api/connections"), none);
  expect(plain.headers.get("x-body-encoding")).toBeNull();
  expect(await plain.json()).toEqual(JSON.parse(body));
});

test("pages of lists cost no upstream call, and asking for one connection marks it as watched", async () => {
  await open();
  const before = await account.requests();
  const detail = await getDetail(request("/api/connections/shop_a"), params({ id: "shop_a" }));
  expect(await detail.json()).toMatchObject({ row: { id: "shop_a" }, group: { name: "One" } });
  for (let viewer = 0; viewer < 50; viewer += 1) {
    await getSnapshot(request("/api/connections"), none);
    await getAccount(request("/api/account"), none);
    await getChanges(request("/api/state-changes?since=0&limit=50"), none);
  }
  expect(await account.requests()).toEqual(before);
  expect(watchedNow()).toEqual(new Set(["shop_a"]));
});

test("a connection that is not there is a 404, a bad query a 400 that names the field", async () => {
  await open();
  const missing = await getDetail(request("/api/connections/x"), params({ id: "x" }));
  expect([missing.status, await missing.json()]).toMatchObject([404, { code: "not_found" }]);
  const bad = await getChanges(request("/api/state-changes?limit=0"), none);
  expect([bad.status, await bad.json()]).toMatchObject([400, { code: "invalid", field: "limit" }]);
});

test("events are a stream that nothing on the way may change", async () => {
  await open();
  const answer = await getEvents(request("/api/events"), none);
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  expect(answer.headers.get("cache-control")).toBe("no-cache, no-transform");
  await answer.body?.cancel();
});

test("a process without its database is healthy and not ready", async () => {
  await open();
  expect((await ready()).status).toBe(200);
  const kept = testStore();
  setStore(Promise.reject(new Error("gone")));
  expect(health().status).toBe(200);
  const answer = await ready();
  expect([answer.status, await answer.json()]).toEqual([
    503,
    { status: "unavailable", database: "unavailable", migrations: "unknown" },
  ]);
  setStore(kept);
});
