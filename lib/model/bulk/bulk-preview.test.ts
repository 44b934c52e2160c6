import { expect, test } from "vitest";
import { bulkDetail, bulkTitle } from "@/lib/model/bulk/bulk-act";
import { bulkCost, bulkCostWords } from "@/lib/model/bulk/bulk-cost";
import { bulkCsv } from "@/lib/model/bulk/bulk-csv";
import type { BulkItem, BulkRun } from "@/lib/model/bulk/bulk-job";
import { bulkPreview } from "@/lib/model/bulk/bulk-preview";
import { indexConnections } from "@/lib/model/connection-index";
import { sampleRow, sampleSnapshot } from "@/lib/model/sample-snapshot";

const rows = [
  sampleRow({ id: "a" }),
  sampleRow({ id: "b", paused: true, sync_state: "paused" }),
  sampleRow({ id: "c", setup_state: "incomplete" }),
  sampleRow({ id: "d", sync_state: "rescheduled" }),
  sampleRow({ id: "e", paused: true, sync_state: "paused" }),
];
const index = indexConnections({ connections: rows, groups: [], services: [] });
const ids = [...rows.map(({ id }) => id), "gone"];

test("what changes, what is so already, what cannot be and why, and what follows", () => {
  const sync = bulkPreview(index, ids, { kind: "sync" }, []);
  expect(sync.change.map(({ id }) => id)).toEqual(["a", "d"]);
  expect(sync.cannot.map(({ why, rows: left }) => [why, left.length])).toEqual([
    ["It is paused", 2],
    ["The setup is not finished", 1],
  ]);
  expect(sync.follows).toEqual([
    "1 of them was put off by Fivetran to a later time; it is tried now and may be put off again.",
  ]);
  const pause = bulkPreview(index, ids, { kind: "pause" }, []);
  expect(pause.change.length).toBe(3);
  expect(pause.already).toMatchObject([{ why: "Paused already", rows: [{ id: "b" }, { id: "e" }] }]);
});

test("a rescheduled sync under a manual schedule is told of", () => {
  const { follows } = bulkPreview(index, ["d"], { kind: "schedule", schedule_type: "manual" }, []);
  expect(follows).toEqual([
    "1 of them was put off by Fivetran; on a manual schedule nobody tries it again by itself.",
  ]);
});

test("connections of groups to which the key has no rights are named and counted; tags are ours", () => {
  const { groups: samples } = sampleSnapshot([]);
  const groups = samples
    .slice(0, 2)
    .map((group, at) => ({ ...group, id: `g${at + 1}`, name: `Lake g${at + 1}` }));
  const connections = ["g1", "g1", "g2"].map((group_id, at) => sampleRow({ id: `c${at}`, group_id }));
  const two = indexConnections({ connections, groups, services: [] });
  const denied = ["connector types", "connections of Lake g1"];
  const { change, cannot } = bulkPreview(two, ["c0", "c1", "c2"], { kind: "pause" }, denied);
  expect(change.map(({ id }) => id)).toEqual(["c2"]);
  expect(cannot).toMatchObject([
    {
      why: "The API key has no rights to the connections of Lake g1 (403)",
      rows: [{ id: "c0" }, { id: "c1" }],
    },
  ]);
  const tags = bulkPreview(two, ["c0", "c1", "c2"], { kind: "tags", add: ["x"], remove: [] }, denied);
  expect(tags.change).toHaveLength(3);
});

test("titles name the number, details what is set", () => {
  expect(bulkTitle({ kind: "pause" }, 1)).toBe("Pause 1 connection");
  expect(bulkTitle({ kind: "sync" }, 4812)).toBe("Sync 4,812 connections");
  expect(bulkDetail({ kind: "schedule", sync_frequency: 1440, daily_sync_time: "03:00" })).toBe(
    "every 24 h, at 03:00",
  );
  expect(bulkDetail({ kind: "tags", add: ["finance", "eu"], remove: ["old"] })).toBe(
    "add finance and eu and take off old",
  );
});

test("the cost is two calls each, and what the hour has not room for waits", () => {
  expect(bulkCost({ kind: "tags", add: ["x"], remove: [] }, 100, null).calls).toBe(0);
  expect(bulkCost({ kind: "pause" }, 30, null)).toEqual({ calls: 60, available: null, ms: 10_000 });
  const quota = { limit: 1_000, remaining: 500 };
  expect(bulkCost({ kind: "pause" }, 100, quota)).toMatchObject({ calls: 200, available: 400 });
  expect(bulkCostWords(bulkCost({ kind: "pause" }, 100, quota))).toBe(
    "200 API calls; 400 are left for jobs this hour, a tenth of the budget being kept for people. It takes less than a minute.",
  );
  expect(bulkCostWords(bulkCost({ kind: "pause" }, 2_000, quota))).toMatch(
    /about 4 h 12 m\. It waits for quota on the way\.$/,
  );
});

test("the CSV says what became of each, and of what a stopped job did not reach", () => {
  const run = { id: "j", actor: "ada", act: { kind: "pause" }, state: "canceled" } as unknown as BulkRun;
  const item = (connection_id: string, state: BulkItem["state"], note: string | null): BulkItem => ({
    connection_id,
    name: connection_id,
    state,
    note,
    at: state === "waiting" ? null : 0,
  });
  const items = [item("a", "done", null), item("b", "failed", "No, not it"), item("c", "waiting", null)];
  expect(bulkCsv(run, items).split("\r\n").slice(1)).toEqual([
    "a,a,done,,1970-01-01T00:00:00.000Z,pause,ada,j",
    `b,b,failed,"No, not it",1970-01-01T00:00:00.000Z,pause,ada,j`,
    "c,c,left,,,pause,ada,j",
    "",
  ]);
});
