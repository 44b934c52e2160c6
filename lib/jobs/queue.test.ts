import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { Queue } from "@/lib/jobs/queue";
import { store } from "@/lib/store/db";
import { onEachStore, testUpstream } from "@/lib/store/test-store";

onEachStore("the queue", () => {
  test("instances that start together make their tables once, and each job goes to one of them", async () => {
    const opened = await store();
    const upstream_id = await testUpstream(opened.db);
    const handed: string[] = [];
    const wanted = 20;
    let all: () => void = () => {};
    const arrived = new Promise<void>((done) => {
      all = done;
    });
    const run = async (id: string) => {
      handed.push(id);
      if (handed.length === wanted) all();
      return { ended: Promise.resolve() };
    };
    const queues = [new Queue(opened, run), new Queue(opened, run), new Queue(opened, run)];
    if (opened.kind === "postgres") await Promise.all(queues.map((queue) => queue.start()));
    else for (const queue of queues) await queue.start();
    const ids = Array.from({ length: wanted }, () => randomUUID());
    await Promise.all(
      ids.map(async (id, n) => {
        await queues[n % 3]?.send(upstream_id, id);
        queues[(n + 1) % 3]?.nudge();
      }),
    );
    await arrived;
    await Promise.all(queues.map((queue) => queue.stop(100)));
    expect(handed.toSorted()).toEqual(ids.toSorted());
  });

  test("a job that never got into the queue gets there, one that waits there stays once", async () => {
    const opened = await store();
    const upstream_id = await testUpstream(opened.db);
    const handed: string[] = [];
    const queue = new Queue(opened, async (id) => {
      handed.push(id);
      return null;
    });
    await queue.start();
    const id = randomUUID();
    await Promise.all([queue.sendAgain(upstream_id, id), queue.sendAgain(upstream_id, id)]);
    await expect.poll(() => handed.length).toBe(1);
    await queue.stop(0);
  });

  test("statements that fail half-way leave the database usable", async () => {
    const { run, db } = await store();
    await expect(run("begin; select 1; select no_such_thing(); commit")).rejects.toThrow();
    await db.execute(sql`select 1`);
    expect((await run("select 1 as one; select 2 as two")).rows).toEqual([{ two: 2 }]);
    expect((await run("select $1::int as given", [3])).rows).toEqual([{ given: 3 }]);
  });
});
