import { expect, test } from "vitest";
import type { Told } from "@/lib/model/told-sync";
import { store } from "@/lib/store/db";
import { onEachStore, testUpstream } from "@/lib/store/test-store";
import { recordSync } from "@/lib/sync/record-sync";
import { syncPaces } from "@/lib/sync/sync-pace";

const MINUTE = 60_000;

/** Syncs an hour apart that took so many minutes. */
const told = (minutes: readonly number[]): Told[] =>
  minutes.map((took, index) => ({
    kind: "told",
    sync_id: `s${index}`,
    source: "history",
    started_at: index * 60 * MINUTE,
    ended_at: (index * 60 + took) * MINUTE,
    status: "SUCCESSFUL",
    reason: null,
    rest: null,
  }));

onEachStore("sync pace", () => {
  test("is the median of the latest good syncs, and what is slow for them; unknown while too few are known", async () => {
    const { db } = await store();
    const upstream = await testUpstream(db);
    const syncs = new Map([
      ["steady", told([4, 4, 5, 4, 4, 4])],
      ["uneven", told([2, 3, 2, 30, 2, 3])],
      ["young", told([4, 4])],
    ]);
    await recordSync(db, upstream, syncs);
    const paces = await syncPaces(db, upstream, ["steady", "uneven", "young", "unseen"]);
    expect(paces.get("steady")).toEqual({ usual_ms: 4 * MINUTE, slow_ms: 6 * MINUTE });
    expect(paces.get("uneven")?.usual_ms).toBe(2.5 * MINUTE);
    expect(paces.get("uneven")?.slow_ms).toBeGreaterThan(20 * MINUTE);
    expect(paces.get("young")).toEqual({ usual_ms: null, slow_ms: null });
    expect(paces.has("unseen")).toBe(false);
  });
});
