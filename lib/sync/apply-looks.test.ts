import fc from "fast-check";
import { expect, test } from "vitest";
import type { Connection } from "@/lib/model/connection";
import { store } from "@/lib/store/db";
import { onEachStore, testUpstream } from "@/lib/store/test-store";
import { applyLooks, type Looks } from "@/lib/sync/apply-looks";
import { turnTo } from "@/lib/sync/catch-up";
import { memory } from "@/lib/sync/memory";
import { stateChangesSince } from "@/lib/sync/state-changes-since";
import { writeSnapshot } from "@/lib/sync/write-snapshot";

function connection(fields: Partial<Connection> = {}): Connection {
  return {
    id: "a_b",
    group_id: "g_h",
    service: "postgres",
    schema: "shop",
    paused: false,
    sync_frequency: 360,
    schedule_type: "auto",
    ...fields,
    status: {
      setup_state: "connected",
      sync_state: "scheduled",
      update_state: "on_schedule",
      is_historical_sync: false,
    },
  };
}

const look = (started_at: number, fields?: Partial<Connection>, took = 1) => ({
  connection: connection(fields),
  started_at,
  read_at: started_at + took,
  detail: false,
});

onEachStore("looks", () => {
  const open = async () => {
    const { db } = await store();
    const upstream = await testUpstream(db);
    await turnTo(upstream);
    const apply = (looks: Partial<Looks>) =>
      writeSnapshot(upstream, (writing) => applyLooks(writing, { seen: [], absent: [], ...looks }));
    return { apply, row: (id = "a_b") => memory().rows.get(id) };
  };

  test("an answer to an older request never replaces a newer one, however late it comes", async () => {
    const { apply, row } = await open();
    await apply({ seen: [look(200, { sync_frequency: 60 })] });
    await apply({ seen: [look(100, { sync_frequency: 5 }, 500)] });
    expect(row()?.sync_frequency).toBe(60);
    await apply({ seen: [look(300, { sync_frequency: 15 })] });
    expect(row()?.sync_frequency).toBe(15);
  });

  test("a list read before a deletion does not bring the connection back, one read after does", async () => {
    const { apply, row } = await open();
    await apply({ seen: [look(100)] });
    await apply({ absent: [{ id: "a_b", started_at: 200, read_at: 201 }] });
    await apply({ seen: [look(150, {}, 300)] });
    expect(row()).toBeUndefined();
    await apply({ seen: [look(300)] });
    expect(row()?.id).toBe("a_b");
    expect((await stateChangesSince(0, 10)).map((change) => change.kind)).toEqual(["vanished"]);
  });

  test("an absence noted before a connection was seen does not remove it", async () => {
    const { apply, row } = await open();
    await apply({ seen: [look(200)] });
    await apply({ absent: [{ id: "a_b", started_at: 100, read_at: 300 }] });
    expect(row()?.id).toBe("a_b");
  });

  test("in whatever order answers arrive, the one asked for last stands", async () => {
    const { apply, row } = await open();
    let number = 0;
    const times = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(times, async (all) => {
        const id = `c_${++number}`;
        for (const time of all) await apply({ seen: [look(time, { id, sync_frequency: time })] });
        expect(row(id)?.sync_frequency).toBe(Math.max(...all));
      }),
      { numRuns: 15 },
    );
  });

  test("hostile names are kept as they are, and what PostgreSQL cannot hold is shown as a question mark", async () => {
    const { apply, row } = await open();
    const schema = `<img src=x onerror=alert(1)> \u202Eabc ${"🦊".repeat(60)} ${"x".repeat(120)}`;
    await apply({ seen: [look(100, { schema }), look(100, { id: "c_d", schema: "a\0b\ud800" })] });
    expect(row()?.schema).toBe(schema);
    expect(row("c_d")?.schema).toBe("a\uFFFDb\uFFFD");
  });

  test("a version is spent on what is visible only", async () => {
    const { apply } = await open();
    await apply({ seen: [look(100)] });
    const { version } = memory();
    await apply({ seen: [look(200)] });
    await apply({ seen: [{ ...look(300, { config: { host: "a" } }), detail: true }] });
    expect(memory().version).toBe(version);
    await apply({ seen: [look(400, { paused: true })] });
    expect(memory().version).toBe(version + 1);
  });
});
