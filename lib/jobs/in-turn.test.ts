import { expect, test } from "vitest";
import { oneAtATime } from "@/lib/fivetran/one-at-a-time";
import { jobScene, PATCH } from "@/lib/jobs/job-scene";
import { startSandbox } from "@/lib/sandbox/server";
import { store } from "@/lib/store/db";
import { onEachStore } from "@/lib/store/test-store";
import { currentUpstream } from "@/lib/store/upstream";
import { dropLease, takeLease } from "@/lib/sync/lease";
import { listRevisions } from "@/lib/sync/schema/revisions";
import { writingLease } from "@/lib/sync/schema/writing";

onEachStore("jobs in turn", () => {
  const { open, faults, on, start, heard, apply, sent, two, read } = jobScene(startSandbox);

  test("one job of a kind at a time", async () => {
    await open();
    const { changes } = two(await read());
    await faults(on(PATCH, "delay", { ms: 200 }));
    const first = apply(changes);
    await heard((job) => job.state === "running");
    await expect(start({ kind: "apply_schema", changes, why: "", confirmed: [] })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/being applied, begun by local at \d\d:\d\d UTC/),
    });
    expect((await first).state).toBe("done");
  });

  test("a job waits while another write to the connection is under way, and says so", async () => {
    await open();
    const { changes } = two(await read());
    let end: () => void = () => {};
    const other = oneAtATime(
      "shop_a",
      "someone",
      () =>
        new Promise<void>((done) => {
          end = done;
        }),
    );
    const waits = heard((job) => job.note.startsWith("Waits until another change"));
    const done = apply(changes);
    await waits;
    expect(await sent()).toBe(0);
    end();
    await other;
    expect(await done).toMatchObject({ state: "done" });
    const { db } = await store();
    const lease = await takeLease(db, currentUpstream(), writingLease("shop_a"), 60_000, "another");
    const held = heard((job) => job.note.startsWith("Waits until another change"));
    const again = apply(changes);
    await held;
    if (lease) await dropLease(db, lease);
    expect(await again).toMatchObject({ state: "done" });
  });

  test("what anyone reads while an apply waits for its answer is put down to it", async () => {
    await open();
    const { changes } = two(await read());
    await faults(on(PATCH, "slow_body", { bytes_per_second: 4_000 }));
    const asked = heard((job) => job.note.startsWith("Sent to Fivetran"));
    const done = apply(changes);
    await asked;
    await expect.poll(async () => (await sent()) > 0).toBe(true);
    await read();
    expect(await listRevisions("shop_a")).toMatchObject([{ cause: "apply", actor: "local", why: "because" }]);
    expect(await done).toMatchObject({ state: "done", result: { revision: 1 } });
    expect(await listRevisions("shop_a")).toHaveLength(1);
  });
});
