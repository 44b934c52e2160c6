import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rounds } from "@/lib/env";
import { openStore } from "@/lib/store/db";
import { runFixture } from "@/lib/store/fixture-process";
import { audit } from "@/lib/store/tables/audit";

let data_dir = "";
beforeAll(() => {
  data_dir = mkdtempSync(join(tmpdir(), "headgate-kills-"));
});
afterAll(() => rmSync(data_dir, { recursive: true, force: true }));

const KILLS = rounds(3, 100);

test(`${KILLS} kills in the middle of writing lose no acknowledged row`, async () => {
  const acknowledged = new Set<number>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const writer = runFixture("write-rows.fixture.ts", data_dir);
    const enough = 5 + ((kill * 37) % 90);
    for (let row = 0; row < enough; row += 1) acknowledged.add(Number(await writer.line()));
    await writer.kill();
    // What it wrote before it died, and we had not read yet.
    for (;;) {
      const line = await writer.line().catch(() => null);
      if (line === null) break;
      if (/^\d+$/.test(line)) acknowledged.add(Number(line));
    }
  }
  const store = await openStore({ data_dir, database_url: null });
  const kept = new Set((await store.db.select({ id: audit.id }).from(audit)).map((row) => row.id));
  await store.close();
  expect(acknowledged.size).toBeGreaterThan(KILLS * 5);
  expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
}, 900_000);
