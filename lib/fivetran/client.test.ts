import { describe, expect, test } from "vitest";
import { clientAndUpstream, failure, group, KEY, read, SECRET } from "@/lib/fivetran/client-and-upstream";
import { json } from "@/lib/fivetran/scripted-upstream";

const scene = clientAndUpstream();

describe("a call", () => {
  test("carries the credentials, version 2, and its names encoded once", async () => {
    scene.upstream.script = (_seen, response) =>
      json(response, 200, { code: "Success", data: { columns: {} } });
    await scene.client().call("connection_column_config", {
      params: { connectionId: "a_b", schema: "x/y%2F", table: "ü;+() ?#" },
      as: "person",
    });
    const [seen] = scene.upstream.seen;
    expect(seen?.url).toBe("/v1/connections/a_b/schemas/x%2Fy%252F/tables/%C3%BC%3B%2B()%20%3F%23/columns");
    expect(seen?.headers).toMatchObject({
      authorization: `Basic ${btoa(`${KEY}:${SECRET}`)}`,
      accept: "application/json;version=2",
    });
  });

  test("keeps the path of the configured address and sends the query", async () => {
    scene.upstream.script = (_seen, response) =>
      json(response, 200, { code: "Success", data: { items: [] } });
    const behind = scene.client({}, scene.base_url.replace("/v1", "/fivetran/v1"));
    await behind.call("list_connections", { query: { limit: 1000, schema: "a b&c" }, as: "poller" });
    expect(scene.upstream.seen[0]?.url).toBe("/fivetran/v1/connections?limit=1000&schema=a%20b%26c");
  });

  test("gives data with fields that nobody knows yet", async () => {
    scene.upstream.script = (_seen, response) =>
      json(response, 200, { code: "Success", data: { ...group, new: 1 } });
    expect(await read(scene.client())).toEqual({ ...group, new: 1 });
  });

  test("says where an answer has an unexpected form", async () => {
    scene.upstream.script = (_seen, response) =>
      json(response, 200, { code: "Success", data: { items: [group, { ...group, name: 7 }] } });
    const error = await failure(scene.client().call("list_all_groups", { as: "person" }));
    expect(error.code).toBe("upstream");
    expect(error.message).toContain("data.items.1.name");
  });
});

describe("a name that no address can carry", () => {
  test.each([".", "..", "", "\0"])("%j never reaches the neighbouring endpoint", async (hash) => {
    const work = scene.client().call("revoke_connection_fingerprint", {
      params: { connectionId: "warm_tide", hash },
      as: "person",
    });
    // With `..` an URL parser would make this the deletion of the connection itself.
    expect(new URL(`${scene.base_url}/connections/warm_tide/fingerprints/..`).pathname).toBe(
      "/v1/connections/warm_tide/",
    );
    expect((await failure(work)).code).toBe("invalid");
    expect(scene.upstream.seen).toEqual([]);
  });

  test("that only looks like one arrives as the name it is", async () => {
    scene.upstream.script = (_seen, response) => json(response, 200, { code: "Success", message: "Done" });
    await scene.client().call("revoke_connection_fingerprint", {
      params: { connectionId: "warm_tide", hash: "../.." },
      as: "person",
    });
    expect(scene.upstream.seen[0]?.url).toBe("/v1/connections/warm_tide/fingerprints/..%2F..");
  });
});
