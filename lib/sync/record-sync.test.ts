import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { rounds } from "@/lib/env";
import type { Store } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { syncs } from "@/lib/store/tables/syncs";
import { onEachStore, testUpstream } from "@/lib/store/test-store";
import { deriveSyncs } from "@/lib/sync/derive-syncs";
import { recordSync } from "@/lib/sync/record-sync";
import type { SyncFact } from "@/lib/sync/sync-facts";
import { byHistory, byPoll, byWebhook, realSyncs } from "@/lib/sync/sync-story.fixture";

const time = fc.integer({ min: 1, max: 60 });
const fact: fc.Arbitrary<SyncFact> = fc.oneof(
  fc.record({ kind: fc.constant("running" as const), seen: time, not_before: fc.option(time) }),
  fc.record({
    kind: fc.constantFrom("succeeded" as const, "failed" as const),
    at: time,
    seen: time,
    not_before: fc.option(time),
  }),
  fc.record({ kind: fc.constantFrom("stopped" as const, "canceled" as const), seen: time, not_before: time }),
);

/** The same names in the same order, so that equal rows are equal text. */
const text = (row: object) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));

const plain = (facts: readonly SyncFact[]) => deriveSyncs(facts).map(text).sort();

async function rowsOf(db: Store["db"], connection_id: string): Promise<string[]> {
  const rows = await db
    .select()
    .from(syncs)
    .where(eq(syncs.connection_id, connection_id))
    .orderBy(asc(syncs.point));
  return rows
    .map(({ id: _id, upstream_id: _upstream, connection_id: _connection, ...sync }) => text(sync))
    .sort();
}

onEachStore("recordSync", () => {
  test("any order, any number of times, in any batches gives the same rows", async () => {
    const { db } = await store();
    const upstream = await testUpstream(db);
    let number = 0;
    const story = fc.array(fact, { minLength: 1, maxLength: 10 }).chain((facts) =>
      fc.record({
        facts: fc.constant(facts),
        told: fc.shuffledSubarray([...facts, ...facts.slice(0, 3)], { minLength: facts.length }),
        batch: fc.integer({ min: 1, max: 4 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(story, async ({ facts, told, batch }) => {
        const id = `c_${++number}`;
        const missing = facts.filter((it) => !told.includes(it));
        const all = [...told, ...missing];
        for (let at = 0; at < all.length; at += batch) {
          await recordSync(db, upstream, new Map([[id, all.slice(at, at + batch)]]));
        }
        expect(await rowsOf(db, id)).toEqual(plain(facts));
      }),
      { numRuns: rounds(25, 1500) },
    );
  });

  test("what looks, webhooks and the sync history tell, lost, late, twice and in any order, gives the same rows", async () => {
    const { db } = await store();
    const upstream = await testUpstream(db);
    let number = 0;
    const story = fc
      .tuple(realSyncs, fc.integer({ min: 20, max: 900 }))
      .chain(([syncs, every]) =>
        fc.shuffledSubarray([...byHistory(syncs), ...byWebhook(syncs), ...byPoll(syncs, every * 1000)]),
      )
      .chain((facts) =>
        fc.record({
          facts: fc.constant(facts),
          again: fc.subarray(facts),
          batch: fc.integer({ min: 1, max: 4 }),
        }),
      );
    await fc.assert(
      fc.asyncProperty(story, async ({ facts, again, batch }) => {
        const id = `n_${++number}`;
        const all = [...facts, ...again];
        for (let at = 0; at < all.length; at += batch) {
          await recordSync(db, upstream, new Map([[id, all.slice(at, at + batch)]]));
        }
        expect(await rowsOf(db, id)).toEqual(plain(facts));
      }),
      { numRuns: rounds(25, 1500) },
    );
  });

  test("a row keeps its id while its sync runs and ends", async () => {
    const { db } = await store();
    const upstream = await testUpstream(db);
    const tell = (it: SyncFact) => recordSync(db, upstream, new Map([["a_b", [it]]]));
    const ids = async () => (await db.select({ id: syncs.id }).from(syncs)).map((row) => row.id);
    await tell({ kind: "running", seen: 10, not_before: 5 });
    const first = await ids();
    await tell({ kind: "stopped", seen: 20, not_before: 10 });
    await tell({ kind: "succeeded", at: 18, seen: 30, not_before: 20 });
    const shown = await db.select().from(syncs).where(eq(syncs.shown, true));
    expect(shown.map((row) => row.id)).toEqual(first);
    expect(shown[0]).toMatchObject({ started_at: 10, ended_at: 18, outcome: "succeeded" });
  });

  test("connections and accounts do not mix", async () => {
    const { db } = await store();
    const other = await testUpstream(db, "other");
    const upstream = await testUpstream(db, "acme");
    const facts = new Map<string, SyncFact[]>([["a_b", [{ kind: "running", seen: 10, not_before: null }]]]);
    await recordSync(db, upstream, facts);
    await recordSync(db, other, new Map([["a_b", [{ kind: "failed", at: 12, seen: 13, not_before: 10 }]]]));
    await recordSync(
      db,
      upstream,
      new Map([["a_c", [{ kind: "failed", at: 12, seen: 13, not_before: 10 }]]]),
    );
    const rows = await db.select().from(syncs).where(eq(syncs.upstream_id, upstream)).orderBy(syncs.id);
    expect(rows.map((row) => row.outcome)).toEqual(["running", "failed"]);
  });
});
