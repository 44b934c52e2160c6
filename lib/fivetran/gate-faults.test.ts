import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { clientAndUpstream, failure, group, read, write } from "@/lib/fivetran/client-and-upstream";
import { FAULTS, json } from "@/lib/fivetran/scripted-upstream";

const scene = clientAndUpstream();

describe.each(Object.entries(FAULTS))("%s", (_name, fault) => {
  test("is followed by another try of a read, which then succeeds", async () => {
    scene.upstream.script = (_seen, response, n) =>
      n === 0 ? fault(response) : json(response, 200, { code: "Success", data: group });
    const mine = scene.client();
    expect(await read(mine)).toEqual(group);
    expect(scene.upstream.seen).toHaveLength(2);
    expect(mine.condition()).toEqual({ state: "ok" });
  });

  test("four times in a row fails a read, and the upstream counts as unreachable", async () => {
    scene.upstream.script = (_seen, response) => void fault(response);
    const mine = scene.client({ now: () => 5000 });
    expect((await failure(read(mine))).code).toBe("upstream");
    expect(scene.upstream.seen).toHaveLength(4);
    expect(mine.condition()).toMatchObject({ state: "unreachable", since: 5000 });
  });

  test("leaves the outcome of a write unknown, and the write is sent once", async () => {
    scene.upstream.script = (_seen, response) => void fault(response);
    const error = await failure(write(scene.client()));
    expect(error.code).toBe("unknown_outcome");
    expect(error.message).toContain("not known");
    expect(scene.upstream.seen).toHaveLength(1);
  });
});

describe("an answer that does not come", () => {
  test("ends a read as timeout and a write as unknown", async () => {
    scene.upstream.script = () => {};
    const patience = { read: 30, write: 30 };
    expect((await failure(read(scene.client({ timeouts: patience })))).code).toBe("timeout");
    expect((await failure(write(scene.client({ timeouts: patience })))).code).toBe("unknown_outcome");
    expect(scene.upstream.seen).toHaveLength(2);
  });

  test("is waited for longer where a source is asked", async () => {
    scene.upstream.script = (_seen, response) => {
      setTimeout(() => json(response, 200, { code: "Success", data: { columns: {} } }), 120);
    };
    const params = { connectionId: "a", schema: "s", table: "t" };
    const mine = scene.client({ timeouts: { read: 20, write: 20, source: 5000 } });
    await expect(mine.call("connection_column_config", { params, as: "person" })).resolves.toEqual({
      columns: {},
    });
  });

  test("is given up when one byte after the other trickles in", async () => {
    scene.upstream.script = (_seen, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const timer = setInterval(() => response.write(" "), 5);
      response.on("close", () => clearInterval(timer));
    };
    const error = await failure(read(scene.client({ timeouts: { read: 60 } })));
    expect(error.code).toBe("timeout");
  });

  test("is not passed on byte by byte where it is known to be short", async () => {
    scene.upstream.script = (_seen, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "2000" });
      const timer = setInterval(() => response.write(" "), 5);
      response.on("close", () => clearInterval(timer));
    };
    const sent = scene
      .client({ timeouts: { read: 60 } })
      .send("list_all_groups", { params: {}, as: "person" });
    expect((await failure(sent)).code).toBe("timeout");
  });

  test("is no longer waited for when the reader goes away", async () => {
    const stop = new AbortController();
    let closed: Promise<unknown> | undefined;
    scene.upstream.script = (_seen, response) => {
      closed = once(response, "close");
      stop.abort();
    };
    const mine = scene.client();
    const work = mine.call("list_all_groups", { as: "person", signal: stop.signal });
    await failure(work);
    await closed;
    expect(scene.upstream.seen).toHaveLength(1);
    expect(mine.condition()).toEqual({ state: "ok" });
  });
});

describe("an upstream that is not there", () => {
  test("was sent nothing, so that a write is known not to have happened", async () => {
    const nobody = scene.client({}, "http://127.0.0.1:9/v1");
    const error = await failure(write(nobody));
    expect(error.code).toBe("upstream");
    expect(error.message).toContain("Nothing was sent");
  });
});

describe("a redirect", () => {
  test.each([301, 302, 307, 308])(
    "with status %i is not followed, not repeated and changes nothing",
    async (status) => {
      scene.upstream.script = (seen, response) =>
        seen.url === "/elsewhere"
          ? json(response, 200, { code: "Success", data: group })
          : response.writeHead(status, { location: "/elsewhere" }).end();
      const error = await failure(read(scene.client()));
      expect(error).toMatchObject({ code: "upstream", facts: { upstream_status: status } });
      expect((await failure(write(scene.client()))).message).toContain("Nothing was changed");
      expect(scene.upstream.seen.map(({ url }) => url)).toEqual([
        "/v1/groups/soft_hill",
        "/v1/groups/soft_hill",
      ]);
    },
  );
});
