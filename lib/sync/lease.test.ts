import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { store } from "@/lib/store/db";
import { onEachStore, testUpstream } from "@/lib/store/test-store";
import { assertLease, dropLease, noteOnLease, takeLease } from "@/lib/sync/lease";

onEachStore("lease", () => {
  const open = async () => {
    const { db } = await store();
    const upstream = await testUpstream(db);
    const take = (holder: string) => takeLease(db, upstream, "poller", 30_000, holder);
    const expire = () => db.execute(sql`update leases set expires_at = 1`);
    return { db, take, expire };
  };

  test("of two only one holds it, and keeps it by asking again", async () => {
    const { take } = await open();
    const first = await take("one");
    expect(first).toMatchObject({ holder: "one", token: 1 });
    expect(await take("two")).toBeNull();
    expect(await take("one")).toMatchObject({ holder: "one", token: 1 });
  });

  test("one that ran out goes to the other, and the first is fenced off", async () => {
    const { db, take, expire } = await open();
    const first = await take("one");
    await expire();
    const second = await take("two");
    expect(second?.token).toBe(2);
    if (!first || !second) throw new Error("no lease");
    await expect(assertLease(db, first)).rejects.toMatchObject({ code: "conflict" });
    await expect(assertLease(db, second)).resolves.toBeUndefined();
  });

  test("one that is given back is free at once, and tells the next what it noted", async () => {
    const { db, take } = await open();
    const first = await take("one");
    if (!first) throw new Error("no lease");
    await noteOnLease(db, first, { calls: 7, at: 5 });
    await dropLease(db, first);
    expect(await take("two")).toMatchObject({ holder: "two", token: 2, state: { calls: 7, at: 5 } });
  });

  test("of many that ask at once exactly one gets it", async () => {
    const { take } = await open();
    const got = await Promise.all(Array.from({ length: 8 }, (_, index) => take(`p${index}`)));
    expect(got.filter((lease) => lease !== null)).toHaveLength(1);
  });
});
