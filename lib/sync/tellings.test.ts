import { sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import type { Connection } from "@/lib/model/connection";
import type { ServerEvent } from "@/lib/model/snapshot";
import type { Store } from "@/lib/store/database";
import { store } from "@/lib/store/db";
import { hasPostgres, postgresServer, type TestServer } from "@/lib/store/test-postgres";
import { holdStore, testUpstream } from "@/lib/store/test-store";
import { applyLooks } from "@/lib/sync/apply-looks";
import { turnTo } from "@/lib/sync/catch-up";
import { hearEvents } from "@/lib/sync/hub";
import { memory } from "@/lib/sync/memory";
import { hearTellings, watch } from "@/lib/sync/tellings";
import { watchedNow } from "@/lib/sync/watch";
import { writeSnapshot } from "@/lib/sync/write-snapshot";

const connection: Connection = {
  id: "a_b",
  group_id: "g_h",
  service: "postgres",
  schema: "shop",
  paused: false,
  sync_frequency: 360,
  schedule_type: "auto",
  status: {
    setup_state: "connected",
    sync_state: "scheduled",
    update_state: "on_schedule",
    is_historical_sync: false,
  },
};

describe.skipIf(!hasPostgres())("several instances on one PostgreSQL", () => {
  let server: TestServer | undefined;
  holdStore(async () => {
    server = await postgresServer();
    return server.open();
  });
  afterAll(() => server?.stop());

  const other = async (): Promise<Store> => {
    if (!server) throw new Error("no server");
    return server.open();
  };
  const open = async () => {
    const opened = await store();
    const upstream = await testUpstream(opened.db);
    await turnTo(upstream);
    await writeSnapshot(upstream, (writing) =>
      applyLooks(writing, {
        seen: [{ connection, started_at: 1, read_at: 2, detail: false }],
        absent: [],
      }),
    );
    return { opened, upstream };
  };
  /** The next event of a type. */
  const heard = (type: ServerEvent["type"]) =>
    new Promise<ServerEvent>((done) => {
      const deaf = hearEvents((event) => {
        if (event.type !== type) return;
        deaf();
        done(event);
      });
    });

  test("what another instance writes reaches this one's copy and its browsers", async () => {
    const { opened, upstream } = await open();
    const deaf = await hearTellings(opened);
    const event = heard("connections");
    const { db, close } = await other();
    await db.execute(sql`update connections set paused = true, version = 99`);
    await db.execute(sql`update upstreams set version = 99`);
    const telling = JSON.stringify({ from: "another instance", upstream_id: upstream });
    await db.execute(sql`select pg_notify('headgate', ${telling})`);
    expect(await event).toMatchObject({ version: 99, upsert: [{ id: "a_b", paused: true }] });
    expect(memory().rows.get("a_b")?.paused).toBe(true);
    await close();
    await deaf();
  });

  test("what this instance writes is told to the others when it is durable", async () => {
    const { upstream } = await open();
    const second = await other();
    const message = new Promise<string>((done) => {
      void second.listen(done).then(async () => {
        await writeSnapshot(upstream, (writing) =>
          applyLooks(writing, {
            seen: [{ connection: { ...connection, paused: true }, started_at: 5, read_at: 6, detail: false }],
            absent: [],
          }),
        );
      });
    });
    expect(JSON.parse(await message)).toMatchObject({ upstream_id: upstream, details: ["a_b"] });
    await second.close();
  });

  test("a page open on one instance is watched by the one that polls", async () => {
    const { opened, upstream } = await open();
    const second = await other();
    const message = new Promise<string>((done) => {
      void second.listen(done).then(() => watch(opened, "a_b"));
    });
    expect(JSON.parse(await message)).toMatchObject({ upstream_id: upstream, watched: "a_b" });
    expect(watchedNow()).toEqual(new Set(["a_b"]));
    await second.close();
  });

  test("a lost listening connection is made anew, and what was missed is caught up with", async () => {
    const { opened } = await open();
    const deaf = await hearTellings(opened);
    const event = heard("connections");
    const { db, close } = await other();
    await db.execute(sql`update connections set paused = true, version = 99`);
    await db.execute(sql`update upstreams set version = 99`);
    await db.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'headgate events'`,
    );
    expect(await event).toMatchObject({ version: 99 });
    await close();
    await deaf();
  });
});
