import { expect, test } from "vitest";
import { indexConnections } from "@/lib/model/connection-index";
import { fleetCsv } from "@/lib/model/fleet/fleet-csv";
import { fleetLines, fleetOrder } from "@/lib/model/fleet/fleet-lines";
import { fleetTableRows, fleetTotals } from "@/lib/model/fleet/fleet-table-rows";
import type { ConnectionRow } from "@/lib/model/snapshot";

const row = (schema: string, group_id: string, part: Partial<ConnectionRow> = {}): ConnectionRow => ({
  id: `id_${schema}`,
  schema,
  service: "postgres",
  group_id,
  setup_state: "connected",
  sync_state: "scheduled",
  update_state: "on_schedule",
  is_historical_sync: false,
  paused: false,
  schedule_type: "auto",
  sync_frequency: 60,
  daily_sync_time: null,
  created_at: 0,
  succeeded_at: 1,
  failed_at: null,
  rescheduled_for: null,
  task: null,
  task_count: 0,
  warning_count: 0,
  health_since: 0,
  since_exact: true,
  ...part,
});
const group = (id: string) => ({
  id,
  name: id.toUpperCase(),
  service: null,
  region: null,
  time_zone_offset: null,
  daylight_saving_time_enabled: null,
});
const index = indexConnections({
  connections: [
    ...Array.from({ length: 12 }, (_, place) => row(`table_${place}`, "large")),
    row("bad", "large", { setup_state: "broken" }),
    row("__proto__", "small", { sync_state: "syncing" }),
  ],
  groups: [group("small"), group("large")],
  services: [{ id: "postgres", name: "PostgreSQL", link_to_docs: null }],
});
const order = fleetOrder(index);
const told = (...rest: Parameters<typeof fleetLines> extends [unknown, unknown, ...infer R] ? R : never) =>
  fleetLines(index, order, ...rest).map((line) =>
    line.kind === "connection" ? line.row.schema : `${line.kind} ${line.key} ${line.size}`,
  );

test("the largest group comes first and open, those that need a person first in it, the rest on demand", () => {
  expect(told("destination", null, [])).toEqual([
    "group large 13",
    "bad",
    "table_0",
    "table_1",
    "table_2",
    "table_3",
    "table_4",
    "more large 7",
    "group small 1",
  ]);
  expect(told("destination", null, ["large"])).toHaveLength(15);
  expect(told("destination", ["small"], [])).toEqual(["group large 13", "group small 1", "__proto__"]);
});

test("groups by health keep the order of healths, one group holds all", () => {
  expect(told("health", [], [])).toEqual(["group broken 1", "group syncing 1", "group healthy 12"]);
  expect(told("none", [], [])).toEqual(["group all 14"]);
  const [line] = fleetLines(index, order, "service", [], []);
  expect(line).toMatchObject({
    name: "PostgreSQL",
    counts: [
      { health: "broken", count: 1 },
      { health: "syncing", count: 1 },
    ],
  });
});

test("the table and its file hold what the picture shows within the window", () => {
  const HOUR = 3_600_000;
  const from = Date.parse("2026-11-22T00:00Z");
  const rows = fleetTableRows(
    {
      from,
      until: from + 4 * HOUR,
      step: HOUR,
      groups: [
        {
          key: "large",
          bins: [
            [0, 5, 0, 0],
            [2, 3, 1, 0],
          ],
        },
        { key: "small", bins: [[2, 1, 0, 1]] },
      ],
      unseen: [{ from: from + HOUR, to: from + 1.5 * HOUR }],
      now: from + 3 * HOUR,
    },
    { from: from + HOUR, until: from + 4 * HOUR },
  );
  expect(fleetTotals(rows)).toEqual({ ended: 6, failed: 1 });
  expect(
    fleetCsv(rows, (key) => key.toUpperCase())
      .slice(1)
      .split("\r\n"),
  ).toEqual([
    "from,to,what,group,synced,failed,other",
    "2026-11-22T02:00:00Z,2026-11-22T03:00:00Z,syncs ended,LARGE,3,1,0",
    "2026-11-22T02:00:00Z,2026-11-22T03:00:00Z,syncs ended,SMALL,1,0,1",
    "2026-11-22T01:00:00Z,2026-11-22T01:30:00Z,not observed,,,,",
    "",
  ]);
});
