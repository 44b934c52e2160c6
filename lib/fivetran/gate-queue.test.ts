import { once } from "node:events";
import { describe, expect, test } from "vitest";
import type { Client } from "@/lib/fivetran/client";
import { clientAndUpstream } from "@/lib/fivetran/client-and-upstream";
import { json } from "@/lib/fivetran/scripted-upstream";

const scene = clientAndUpstream();

describe("the queue", () => {
  const held: (() => void)[] = [];
  const hold = () => {
    held.length = 0;
    scene.upstream.script = (_seen, response) => {
      held.push(() => json(response, 200, { code: "Success", data: { items: [] } }));
    };
  };
  const arrived = async (count: number) => {
    while (scene.upstream.seen.length < count) await new Promise((resolve) => setImmediate(resolve));
  };
  const list = (mine: Client, as: "person" | "poller" | "job", schema: string) =>
    mine.call("list_connections", { query: { schema }, as });

  test("sends eight calls at once and a waiting person before the poller that came first", async () => {
    hold();
    const mine = scene.client();
    const first = Array.from({ length: 8 }, (_, n) => list(mine, "person", `p${n}`));
    await arrived(8);
    const poller = list(mine, "poller", "poller");
    const person = list(mine, "person", "late");
    held[0]?.();
    await arrived(9);
    expect(scene.upstream.seen[8]?.url).toContain("schema=late");
    for (const release of held.slice(1)) release();
    await arrived(10);
    held[9]?.();
    await Promise.all([...first, poller, person]);
  });

  test("never gives the poller more than three of the eight", async () => {
    hold();
    const mine = scene.client();
    const polls = Array.from({ length: 5 }, (_, n) => list(mine, "poller", `poll${n}`));
    await arrived(3);
    const person = list(mine, "person", "someone");
    await arrived(4);
    expect(scene.upstream.seen[3]?.url).toContain("someone");
    for (let n = 0; n < 6; n++) {
      await arrived(n + 1);
      held[n]?.();
    }
    await Promise.all([...polls, person]);
  });

  test("counts who spent what", async () => {
    scene.upstream.script = (_seen, response) =>
      json(response, 200, { code: "Success", data: { items: [] } });
    const mine = scene.client();
    await Promise.all([list(mine, "person", "a"), list(mine, "poller", "b"), list(mine, "job", "c")]);
    expect(mine.quota().spent).toEqual({ person: 1, poller: 1, job: 1 });
  });
});

describe("an answer that is passed on", () => {
  test("begins while the upstream still sends", async () => {
    let finish: (() => void) | undefined;
    scene.upstream.script = (_seen, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write(`{"code":"Success","data":"${"x".repeat(40_000)}`);
      finish = () => response.end('"}');
    };
    const { text, body } = await scene.client().send("list_all_groups", { params: {}, as: "person" });
    expect(text).toBeNull();
    const chunks: Buffer[] = [];
    body.on("data", (chunk: Buffer) => chunks.push(chunk));
    await once(body, "data");
    finish?.();
    await once(body, "end");
    expect(JSON.parse(Buffer.concat(chunks).toString("utf8")).data).toHaveLength(40_000);
  });

  test("breaks off where the upstream broke off", async () => {
    scene.upstream.script = (_seen, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "90000" });
      response.write(`{"data":"${"x".repeat(40_000)}`, () => response.socket?.destroy());
    };
    const { body } = await scene.client().send("list_all_groups", { params: {}, as: "person" });
    body.resume();
    await expect(once(body, "end")).rejects.toThrow();
  });
});
