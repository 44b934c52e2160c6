import { expect, test } from "vitest";
import { jobScene, PATH } from "@/lib/jobs/job-scene";
import { isOver } from "@/lib/model/job";
import type { ReloadResult, SchemaJobAsk } from "@/lib/model/schema/schema-answers";
import { schemaName, tableCount, tablesOf } from "@/lib/model/schema/schema-tree";
import { startSandbox } from "@/lib/sandbox/server";
import { store } from "@/lib/store/db";
import { jobById } from "@/lib/store/jobs";
import { onEachStore } from "@/lib/store/test-store";
import { settleDead } from "@/lib/sync/alive";
import { keptTree } from "@/lib/sync/schema/kept-tree";
import { listRevisions } from "@/lib/sync/schema/revisions";

onEachStore("a reload", () => {
  const { account, open, faults, on, start, heard, ended, read, died } = jobScene(startSandbox);

  test("a reload tells what it found", async () => {
    await open();
    const tree = await read();
    const [from, to] = tablesOf(tree, 0);
    await account.control("connections/shop_a/source", {
      changes: [{ kind: "add_table", schema: schemaName(tree, 0), table: "fresh" }],
    });
    const job = await ended<ReloadResult>(() =>
      start({ kind: "reload_schema", exclude_mode: "PRESERVE", confirmed: [] }),
    );
    expect(job).toMatchObject({
      state: "done",
      note: expect.stringContaining("1 item appeared"),
      result: { counts: { appeared: 1 }, revision: 1, holds: { tables: tableCount(tree) + 1 } },
    });
    expect((await listRevisions("shop_a"))[0]).toMatchObject({ cause: "reload", actor: "local" });
    expect(to - from).toBeGreaterThan(1);
    await expect(
      start({ kind: "reload_schema", exclude_mode: "EXCLUDE", confirmed: [] }),
    ).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("a reload makes the first schema config of a connection that has none", async () => {
    await open({ connections: [{ id: "shop_a", schema: "shop" }] });
    await expect(read()).rejects.toMatchObject({ facts: { upstream_code: "NotFound_SchemaConfig" } });
    const job = await ended<ReloadResult>(() =>
      start({ kind: "reload_schema", exclude_mode: "PRESERVE", confirmed: [] }),
    );
    expect(job).toMatchObject({
      state: "done",
      note: expect.stringMatching(/^Fivetran found \d+ tables in 1 schema\.$/),
      result: { revision: null, counts: { total: 0 } },
    });
    expect(await keptTree("shop_a")).not.toBeNull();
  });

  test("a reload whose answer was lost says what is known of it", async () => {
    await open();
    const schema = schemaName(await read(), 0);
    const ask: SchemaJobAsk = { kind: "reload_schema", exclude_mode: "PRESERVE", confirmed: [] };
    await faults(on("reload_connection_schema_config", "reset"));
    expect(await ended(() => start(ask))).toMatchObject({
      state: "unknown",
      note: expect.stringContaining("as it was before"),
    });
    await account.control("connections/shop_a/source", {
      changes: [{ kind: "add_table", schema, table: "fresh" }],
    });
    await faults(on("reload_connection_schema_config", "lost_answer"));
    expect(await ended(() => start(ask))).toMatchObject({ state: "done", result: { revision: 1 } });
    expect(await listRevisions("shop_a")).toMatchObject([{ cause: "reload", actor: "local" }]);
  });

  test("a reload whose process died is settled by looking, and is not sent again", async () => {
    await open();
    const schema = schemaName(await read(), 0);
    const ask: SchemaJobAsk = { kind: "reload_schema", exclude_mode: "PRESERVE", confirmed: [] };
    const { id } = await ended(() => start(ask));
    const settled = async (sent: boolean) => {
      await died(id, sent, "reload");
      const over = heard(isOver);
      await settleDead(await store());
      await over;
      return jobById(id);
    };
    const sent = (await account.requests()).filter((it) => it.endsWith("/schemas/reload")).length;
    expect(await settled(false)).toMatchObject({
      state: "failed",
      note: "Headgate was stopped before the reload was sent. Nothing was sent.",
    });
    expect(await settled(true)).toMatchObject({
      state: "unknown",
      note: expect.stringContaining("The schema is as it was before"),
    });
    await account.control("connections/shop_a/source", {
      changes: [{ kind: "add_table", schema, table: "fresh" }],
    });
    await account.elsewhere("POST", `${PATH}/reload`, { exclude_mode: "PRESERVE" });
    expect(await settled(true)).toMatchObject({
      state: "done",
      note: expect.stringContaining("1 item appeared"),
      result: { revision: 1 },
    });
    expect(await listRevisions("shop_a")).toMatchObject([{ cause: "reload", actor: "local" }]);
    const now = (await account.requests()).filter((it) => it.endsWith("/schemas/reload")).length;
    expect(now).toBe(sent + 1);
  });
});
