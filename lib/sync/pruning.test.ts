import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rowsOf } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { sweeps } from "@/lib/store/tables/sweeps";
import { onEachStore, testUpstream } from "@/lib/store/test-store";
import { NOW, sweep } from "@/lib/sync/prune.fixture";
import { Pruning } from "@/lib/sync/pruning";

onEachStore("pruning", (kind) => {
  test("the holder of the lease prunes once an hour, and stops when told to", async () => {
    const opened = await store();
    const { db } = opened;
    const upstream_id = await testUpstream(db);
    const old = async () => {
      await db.insert(sweeps).values(sweep(upstream_id, 9, false, "no answer"));
    };
    const left = async () => (await db.select({ id: sweeps.id }).from(sweeps)).length;
    const pruning = new Pruning(NOW);
    const { signal } = new AbortController();
    await old();
    const at = async (now: number, until = signal) => {
      pruning.step(opened, now, until);
      await pruning.ended();
      return left();
    };
    expect(await at(NOW + 59_000)).toBe(1);
    expect(await at(NOW + 60_000)).toBe(0);
    await old();
    expect(await at(NOW + 3_600_000)).toBe(1);
    expect(await at(NOW + 3_700_000, AbortSignal.abort())).toBe(1);
    expect(await at(NOW + 7_400_000)).toBe(0);
  });

  test("a failed round is over like any other, and the next hour has its own", async () => {
    const opened = await store();
    const pruning = new Pruning(NOW);
    const { signal } = new AbortController();
    const away = new Proxy(opened.db, {
      get() {
        throw new Error("away");
      },
    });
    pruning.step({ ...opened, db: away }, NOW + 60_000, signal);
    await pruning.ended();
    const upstream_id = await testUpstream(opened.db);
    await opened.db.insert(sweeps).values(sweep(upstream_id, 9, false, "no answer"));
    pruning.step(opened, NOW + 4_000_000, signal);
    pruning.step(opened, NOW + 8_000_000, signal);
    await pruning.ended();
    expect(await opened.db.$count(sweeps)).toBe(0);
  });

  if (kind === "pglite")
    test("the room of rows that went is used again: while nobody reads, and after a day in any case", async () => {
      const opened = await store();
      const { db } = opened;
      const upstream_id = await testUpstream(db);
      let read = false;
      const pruning = new Pruning(0, () => read);
      const round = async (now: number): Promise<number> => {
        for (let part = 0; part < 5; part += 1) {
          const rows = Array.from({ length: 200 }, () =>
            sweep(upstream_id, 9, false, "no answer".repeat(10)),
          );
          await db.insert(sweeps).values(rows);
        }
        pruning.step(opened, now, new AbortController().signal);
        await pruning.ended();
        const [row] = rowsOf<{ size: string }>(
          await db.execute(sql`select pg_relation_size('sweeps') as size`),
        );
        return Number(row?.size);
      };
      const HOUR = 3_600_000;
      await round(NOW);
      const once = await round(NOW + 2 * HOUR);
      for (let hour = 4; hour < 8; hour += 2)
        expect(await round(NOW + hour * HOUR)).toBeLessThanOrEqual(once);
      read = true;
      await round(NOW + 10 * HOUR);
      const grown = await round(NOW + 12 * HOUR);
      expect(grown).toBeGreaterThan(once);
      await round(NOW + 36 * HOUR);
      expect(await round(NOW + 38 * HOUR)).toBeLessThanOrEqual(grown);
    });
});
