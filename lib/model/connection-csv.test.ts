import { expect, test } from "vitest";
import { connectionsCsv } from "@/lib/model/connection-csv";
import { indexConnections } from "@/lib/model/connection-index";
import { freshnessColumns } from "@/lib/model/objective/freshness-columns";
import { sampleRow, sampleSnapshot } from "@/lib/model/sample-snapshot";

test("a row carries its names, its health, ISO times and a latest next sync; formulas are defused", () => {
  const row = sampleRow({
    id: "x",
    schema: '=cmd|"/c calc"!A1',
    succeeded_at: Date.UTC(2026, 10, 22, 3),
    health_since: Date.UTC(2026, 10, 20),
    task: { code: "reconnect", message: "@now\nplease" },
  });
  const tagged = new Map([["x", { connection_id: "x", tags: ["=finance", "critical"], owners: ["Ada"] }]]);
  const index = indexConnections(sampleSnapshot([row]), undefined, tagged);
  const [head, line] = connectionsCsv(index, [row]).slice(1).split("\r\n");
  expect(head).toBe(
    "connection,id,health,health_first_seen_at,health_first_seen_is_exact,service,service_name,destination,group_id,succeeded_at,failed_at,objective,objective_target_minutes,target_ends_at,is_late,next_sync,next_sync_at_the_latest,schedule_type,sync_frequency,daily_sync_time,setup_state,sync_state,update_state,is_historical_sync,paused,task,tags,owners,created_at",
  );
  expect(line).toContain(
    '"\'=cmd|""/c calc""!A1",x,healthy,2026-11-20T00:00:00.000Z,true,postgres,PostgreSQL,snowflake_prod,lake,2026-11-22T03:00:00.000Z,,,,,,by,2026-11-22T04:00:00.000Z,auto,60,',
  );
  expect(line).toContain(',"\'@now\nplease","\'=finance, critical",Ada,');
});

test("a row against its objective says whose, how old it may be, when that ends and whether it has", () => {
  const at = Date.UTC(2026, 10, 22, 3);
  const rows = [
    sampleRow({ id: "x", succeeded_at: at }),
    sampleRow({ id: "y", succeeded_at: at, paused: true }),
    sampleRow({ id: "z", group_id: "elsewhere" }),
  ];
  const match = { connection_ids: [], group_ids: ["lake"], services: [], tags: [] };
  const core = { id: "o", name: "Core", target_minutes: 60, goal_percent: 99, hours: null, match };
  const freshness = freshnessColumns([core], rows, () => [], at + 7_200_000);
  const index = { ...indexConnections(sampleSnapshot(rows)), freshness };
  const [, x, y, z] = connectionsCsv(index, rows).split("\r\n");
  expect(x).toContain("2026-11-22T03:00:00.000Z,,Core,60,2026-11-22T04:00:00.000Z,true,by,");
  expect(y).toContain(",Core,60,,false,paused,");
  expect(z).toContain(",,,,,by,");
});

test("a sync that nobody will start has no latest time", () => {
  const row = sampleRow({ id: "x", sync_state: "rescheduled", schedule_type: "manual", rescheduled_for: 5 });
  const [, line] = connectionsCsv(indexConnections(sampleSnapshot([row])), [row]).split("\r\n");
  expect(line).toContain(",rescheduled,,manual,");
});
