import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { recordIntent, recordOutcome } from "@/lib/store/audit";
import { store } from "@/lib/store/db";
import { audit } from "@/lib/store/tables/audit";
import { onEachStore, testUpstream } from "@/lib/store/test-store";

onEachStore("audit", () => {
  const intent = {
    actor: "local",
    request_id: "r1",
    operation: "modify_connection",
    params: { connectionId: "a_b" },
    body: { paused: true, config: { password: "hunter22" } },
  };

  test("an intent is written without its secrets and without an outcome", async () => {
    const { db } = await store();
    await testUpstream(db);
    const id = await recordIntent(intent, 1000);
    const [row] = await db.select().from(audit).where(eq(audit.id, id));
    expect(row).toMatchObject({
      connection_id: "a_b",
      at: 1000,
      outcome: "pending",
      ended_at: null,
      status: null,
    });
    expect(row?.body).toEqual({ paused: true, config: { password: "[redacted]" } });
  });

  test("the first outcome stands", async () => {
    const { db } = await store();
    await testUpstream(db);
    const id = await recordIntent(intent);
    await recordOutcome(id, { outcome: "unknown", status: null, message: "lost" }, 5);
    await recordOutcome(id, { outcome: "succeeded", status: 200 }, 6);
    const [row] = await db.select().from(audit).where(eq(audit.id, id));
    expect(row).toMatchObject({ outcome: "unknown", ended_at: 5, message: "lost" });
  });

  test("nothing is written before the account is known", async () => {
    await expect(recordIntent(intent)).rejects.toMatchObject({ code: "unavailable" });
  });

  test("text that PostgreSQL refuses is kept all the same", async () => {
    const { db } = await store();
    await testUpstream(db);
    const hostile = "a\0b\ud800c";
    const id = await recordIntent({ ...intent, actor: hostile, body: { ["__proto__"]: hostile } });
    const [row] = await db.select().from(audit).where(eq(audit.id, id));
    expect(row?.actor).toBe("a\uFFFDb\uFFFDc");
    expect(JSON.stringify(row?.body)).toBe(JSON.stringify(JSON.parse('{"__proto__":"a\\u0000b\\ud800c"}')));
  });
});
