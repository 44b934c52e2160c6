import { expect, test } from "vitest";
import { countHealths, indexConnections } from "@/lib/model/connection-index";
import { healthNotes } from "@/lib/model/health-notes";
import { sampleRow, sampleSnapshot } from "@/lib/model/sample-snapshot";
import type { StateChange } from "@/lib/model/snapshot";

const index = indexConnections(
  sampleSnapshot([
    sampleRow({ id: "a" }),
    sampleRow({ id: "b", sync_state: "syncing", is_historical_sync: true }),
    sampleRow({ id: "c", sync_state: "syncing" }),
    sampleRow({ id: "d", paused: true, is_historical_sync: true }),
  ]),
);
const change = (from: string, to: string): StateChange => ({
  id: 1,
  connection_id: "a",
  kind: "health",
  from,
  to,
  seen_at: 1,
  not_before: null,
  actor: "elsewhere",
  detail: null,
});

test("healthy gets its share, syncing its historical syncs, trouble its growth; nothing is said of no change", () => {
  const changes = [change("healthy", "broken"), change("healthy", "broken"), change("delayed", "healthy")];
  expect(Object.fromEntries(healthNotes(index, countHealths(index), changes))).toEqual({
    broken: "+2 in 24 h",
    delayed: "−1 in 24 h",
    syncing: "1 historical",
    healthy: "25.0 %",
  });
});

test("without the whole day's changes no growth is claimed", () => {
  expect([...healthNotes(index, countHealths(index), []).keys()]).toEqual(["syncing", "healthy"]);
});
