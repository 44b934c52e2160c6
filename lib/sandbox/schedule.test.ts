import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SYNC_FREQUENCIES } from "@/lib/model/schedule";
import { blankConnection } from "@/lib/sandbox/new-connection";
import { nextStart, predictStarts, startOffset } from "@/lib/sandbox/schedule";
import type { Instant, StoredConnection } from "@/lib/sandbox/state";
import { syncDuration } from "@/lib/sandbox/sync-run";
import { NOON, testSandbox } from "@/lib/sandbox/test-sandbox";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const connection = (changes: Partial<StoredConnection> = {}): StoredConnection => ({
  ...blankConnection({
    id: "calm_river",
    group_id: "g",
    service: "postgres",
    created_at: NOON - 40 * DAY + 754_321,
    connected_by: null,
  }),
  ...changes,
});

test.each(SYNC_FREQUENCIES)("every %i minutes means exactly that far apart", (sync_frequency) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 * DAY }), fc.integer({ min: -11, max: 12 }), (past, zone) => {
      const facts = connection({ sync_frequency });
      const first = nextStart(facts, zone, NOON - past) ?? 0;
      expect(first).toBeGreaterThan(NOON - past);
      expect(first - (NOON - past)).toBeLessThanOrEqual(sync_frequency * 60_000);
      expect(nextStart(facts, zone, first)).toBe(first + sync_frequency * 60_000);
    }),
  );
});

test.each([
  ["-5", "03:00", 8],
  ["0", "03:00", 3],
  ["+10", "03:00", 17],
  ["+12", "23:00", 11],
  ["-11", "00:00", 11],
])("at zone %s a daily sync at %s starts in UTC hour %i or up to an hour later", (zone, daily, hour) => {
  const facts = connection({ sync_frequency: 1440, daily_sync_time: daily });
  const start = nextStart(facts, Number(zone), NOON) ?? 0;
  expect(start % DAY).toBe((hour * HOUR + startOffset("calm_river")) % DAY);
});

test("offsets differ between connections and stay below an hour", () => {
  const offsets = Array.from({ length: 200 }, (_, n) => startOffset(`connection_${n}`));
  expect(Math.max(...offsets)).toBeLessThan(HOUR);
  expect(new Set(offsets).size).toBeGreaterThan(190);
});

describe("without automatic schedule nothing starts by itself", () => {
  test.each([{ schedule_type: "manual" as const }, { schedule: { schedule_type: "MANUAL" as const } }])(
    "%j",
    (changes) => expect(nextStart(connection(changes), 0, NOON)).toBeNull(),
  );
});

test.each([
  [{ schedule_type: "TIME_OF_DAY", time_of_day: "09:30", days_of_week: ["FRIDAY"] }, "2026-03-13T08:30:00Z"],
  [{ schedule_type: "TIME_OF_DAY", time_of_day: "14:00" }, "2026-03-10T13:00:00Z"],
  [{ schedule_type: "CRON", cron: "15 6 1,15 * *" }, "2026-03-15T05:15:00Z"],
  [{ schedule_type: "CRON", cron: "*/20 14 * * 3" }, "2026-03-11T13:00:00Z"],
] as const)("the schedule %j at zone +1 next starts at %s", (schedule, expected) => {
  const copy = JSON.parse(JSON.stringify(schedule)) as StoredConnection["schedule"];
  expect(nextStart(connection({ schedule: copy }), 1, NOON)).toBe(Date.parse(expected));
});

test("nothing starts while Fivetran's own queue holds a connection back", () => {
  const start = nextStart(connection({ sync_frequency: 15, held_until: NOON + 5 * HOUR }), 0, NOON) ?? 0;
  expect(start).toBeGreaterThanOrEqual(NOON + 5 * HOUR);
  expect(start).toBeLessThan(NOON + 5 * HOUR + 15 * 60_000);
});

test("a slot that falls into a running sync is left out", () => {
  const facts = connection({ sync_frequency: 60 });
  const starts = predictStarts(facts, 0, NOON, NOON + DAY, () => 90 * 60_000);
  expect(starts).toHaveLength(12);
  for (const [at, start] of starts.entries()) expect(start).toBe((starts[0] ?? 0) + at * 2 * HOUR);
});

test("a simulated day starts every connection exactly when the schedule predicts", async () => {
  const sandbox = await testSandbox({ connections: 200 });
  const { world } = sandbox.core;
  const started = new Map<string, Instant[]>();
  world.syncStarted = ({ id }, { started_at }) => {
    started.set(id, [...(started.get(id) ?? []), started_at]);
  };

  const predicted = new Map<string, Instant[]>();
  for (const c of world.connections()) {
    const zone = world.zoneOf(c);
    const last = { end: c.running?.ends_at ?? NOON - 1 };
    const retried = c.rescheduled_for !== null && c.schedule_type === "auto" ? [c.rescheduled_for] : [];
    const free = Math.max(last.end, ...retried.map((at) => at + syncDuration(c, at, false)));
    const idle = c.paused || c.setup_state === "incomplete";
    const slots = idle
      ? []
      : predictStarts(c, zone, NOON + 1, NOON + DAY, (at) => syncDuration(c, at, false), free);
    predicted.set(c.id, idle ? [] : [...retried, ...slots]);
  }
  // In unequal steps, as requests come.
  for (let passed = 0; passed < DAY - 1; ) {
    const step = Math.min(DAY - 1 - passed, 60_000 + (passed % 7) * 611_111);
    sandbox.pass(step);
    passed += step;
    await sandbox.call("GET", "/connections?limit=1000");
  }
  for (const c of world.connections()) {
    expect({ name: c.schema, starts: started.get(c.id) ?? [] }).toEqual({
      name: c.schema,
      starts: predicted.get(c.id),
    });
  }
  expect([...predicted.values()].flat().length).toBeGreaterThan(3000);
  await sandbox.close();
});

test("the account after one long look is the account after many short ones", async () => {
  const often = await testSandbox();
  const once = await testSandbox();
  for (let n = 0; n < 96; n += 1) {
    often.pass(30 * 60_000);
    await often.call("GET", "/connections?limit=1000");
  }
  once.pass(48 * HOUR);
  const list = "/connections?limit=1000";
  expect((await once.call("GET", list)).body).toEqual((await often.call("GET", list)).body);
  await often.close();
  await once.close();
});

test("an account looks the same at whatever minute it is made", async () => {
  const looks = await Promise.all(
    [0, 7, 23, 59].map(async (minute) => {
      const now = NOON + minute * 60_000;
      const sandbox = await testSandbox({ realNow: () => now });
      const timed = sandbox.core.world.connections().filter((c) => c.sync_frequency < 1440);
      const next = timed.map((c) => [c.schema, c.next_sync_at === null ? null : c.next_sync_at - now]);
      await sandbox.close();
      return next;
    }),
  );
  for (const look of looks) expect(look).toEqual(looks[0]);
});
