import { expect, test } from "vitest";
import { store } from "@/lib/store/db";
import { onEachStore, testUpstream } from "@/lib/store/test-store";
import { observationsSince, observe } from "@/lib/sync/observe";

const MINUTE = 60_000;
const NOON = Date.parse("2026-05-01T12:00:00Z");
const GAP = 3 * MINUTE;

onEachStore("observe", () => {
  const looks = async (minutes: readonly number[]) => {
    const { db } = await store();
    const upstream = await testUpstream(db);
    for (const minute of minutes) await observe(db, upstream, NOON + minute * MINUTE, GAP);
    return (await observationsSince(db, upstream, 0)).map(({ began_at, until_at }) => [
      (began_at - NOON) / MINUTE,
      (until_at - NOON) / MINUTE,
    ]);
  };

  test("looks that follow one another are one row, and one that was missed begins another", async () => {
    expect(await looks([0, 1, 3, 6, 7, 127, 128])).toEqual([
      [0, 7],
      [127, 128],
    ]);
  });

  test("a clock that is set back takes back what it claimed to have seen of the time to come", async () => {
    expect(await looks([0, 1, 2, 60, 61, 3, 4])).toEqual([[0, 4]]);
    expect(await looks([0, 1, 2, 3, 1.5])).toEqual([[0, 1.5]]);
  });
});
