import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { startSandbox } from "@/lib/sandbox/server";
import { store } from "@/lib/store/db";
import { dropSetupDraft, readSetupDraft } from "@/lib/store/setup-drafts";
import { audit } from "@/lib/store/tables/audit";
import { setupDrafts } from "@/lib/store/tables/setup-drafts";
import { holdStore, onEachStore, testStore } from "@/lib/store/test-store";
import { onSettle, settleDead } from "@/lib/sync/alive";
import { hearEvents } from "@/lib/sync/hub";
import { memory } from "@/lib/sync/memory";
import { earlierAttemptsNow } from "@/lib/sync/setup/earlier-attempts";
import { lookNow } from "@/lib/sync/setup/look-now";
import { settleCreations } from "@/lib/sync/setup/settle-creations";
import { setupScene } from "@/lib/sync/setup/setup-scene";
import { setSetupTimes } from "@/lib/sync/setup/setup-times";
import { sweepNow } from "@/lib/sync/sweep-now";

onSettle(settleCreations);

const created = async (id: string) => {
  const { creation } = await readSetupDraft(id, "local");
  return creation.state === "created" ? creation.connection_id : null;
};
/** As if the process that sent it had been killed. */
const died = async (id: string) => {
  const { db } = await store();
  const [row] = await db.select().from(setupDrafts).where(eq(setupDrafts.id, id));
  const at = row?.attempt?.at ?? 0;
  await db
    .update(setupDrafts)
    .set({ state: "sending", creation: { state: "sending", at }, holder: "dead", connection_id: null })
    .where(eq(setupDrafts.id, id));
};
const settled = async (id: string, to?: string) => {
  const over = new Promise<void>((done) => {
    const deaf = hearEvents(async (event) => {
      if (event.type !== "setup_draft" || event.id !== id) return;
      const { creation } = await readSetupDraft(id, "local");
      if (creation.state === "sending" || (creation.state === "unknown" && creation.looked_at === null))
        return;
      if (to !== undefined && creation.state !== to) return;
      deaf();
      done();
    });
  });
  await settleDead(await store());
  await over;
  return (await readSetupDraft(id, "local")).creation;
};

onEachStore("a connection created from a draft", () => {
  const { account, open, draft, request, create, faults, on, posts } = setupScene(startSandbox);

  test("is sent once by two tabs", async () => {
    await open();
    const { id } = await draft();
    const asked = request({ schema: "fresh", api_key: "k" });
    await faults(on("delay", { ms: 100 }));
    const answers = await Promise.all([create(id, asked), create(id, asked), create(id, asked)]);
    expect(new Set(answers.map(({ creation }) => creation.state))).toEqual(new Set(["sending", "created"]));
    expect(await posts()).toBe(1);
  });

  test("is not sent from a second draft under the same name meanwhile", async () => {
    await open();
    const [mine, theirs] = [await draft(), await draft("stripe", "other")];
    const asked = request({ schema: "fresh", api_key: "k" });
    await faults(on("delay", { ms: 100 }));
    const [first, second] = await Promise.allSettled([
      create(mine.id, asked),
      create(theirs.id, asked, { actor: "other" }),
    ]);
    const states = [first, second].map((one) => (one.status === "fulfilled" ? "sent" : one.reason.code));
    expect(states.sort()).toEqual(["conflict", "sent"]);
    expect(await posts()).toBe(1);
  });

  test("is looked for where the process that sent it died, and never sent again", async () => {
    await open();
    const [one, two] = [await draft(), await draft()];
    await create(one.id, request({ schema: "fresh", api_key: "k" }));
    const id = await created(one.id);
    await died(one.id);
    expect(await settled(one.id)).toMatchObject({ state: "created", connection_id: id });
    await create(two.id, request({ schema: "lost", api_key: "k" }));
    await account.elsewhere("DELETE", `/connections/${await created(two.id)}`);
    await died(two.id);
    expect(await settled(two.id)).toMatchObject({ state: "unknown", looked_at: expect.any(Number) });
    expect(await posts()).toBe(2);
  });
});

describe("a connection created from a draft", () => {
  holdStore(testStore);
  const { account, open, draft, request, create, faults, on, posts } = setupScene(startSandbox);

  test("is paused, untested and in the snapshot, whatever was asked", async () => {
    await open();
    const { id } = await draft();
    const asked = request(
      { schema: "fresh", api_key: "canary-key-1" },
      { paused: false, run_setup_tests: true, trust_certificates: true, trust_fingerprints: true },
    );
    const { creation } = await create(id, asked);
    expect(creation).toMatchObject({ state: "created", message: null });
    const row = memory().rows.get((await created(id)) ?? "");
    expect(row).toMatchObject({ schema: "fresh", paused: true, setup_state: "incomplete" });
    const { db } = await store();
    const [told] = await db.select().from(audit);
    expect(told).toMatchObject({ operation: "create_connection", outcome: "succeeded", status: 201 });
    expect(told?.body).toMatchObject({ paused: true, run_setup_tests: false, trust_fingerprints: false });
    expect(JSON.stringify(told)).not.toContain("canary");
    expect(await create(id, asked)).toMatchObject({ creation });
    expect(await posts()).toBe(1);
  });

  test("is answered as being sent where Fivetran takes its time, and goes on", async () => {
    await open();
    const { id } = await draft();
    setSetupTimes({ looks: [0], answer: 1 });
    await faults(on("delay", { ms: 300 }));
    expect(await create(id, request({ schema: "fresh", api_key: "k" }))).toMatchObject({
      creation: { state: "sending" },
    });
    await expect(dropSetupDraft(id, "local")).rejects.toMatchObject({ code: "conflict" });
    await expect.poll(() => created(id)).not.toBeNull();
    await dropSetupDraft(id, "local");
  });

  test("is taken over where the answer was lost after it was made", async () => {
    await open();
    const { id } = await draft();
    await faults(on("lost_answer"));
    const { creation } = await create(id, request({ schema: "fresh", api_key: "k" }));
    expect(creation).toMatchObject({ state: "created", message: expect.stringContaining("answer") });
    expect(memory().rows.get((await created(id)) ?? "")).toMatchObject({ schema: "fresh" });
    expect(await posts()).toBe(1);
  });

  test("is unknown where the answer was lost before, and sent again only when asked after a look", async () => {
    await open();
    const { id } = await draft();
    const asked = request({ schema: "fresh", api_key: "k" });
    await faults(on("reset"));
    const lost = await create(id, asked);
    expect(lost.creation).toMatchObject({
      state: "unknown",
      looked_at: expect.any(Number),
      message: expect.stringContaining("half an hour"),
    });
    await expect(create(id, asked)).rejects.toMatchObject({ code: "conflict" });
    expect((await lookNow(id, "local")).creation.state).toBe("unknown");
    expect(await posts()).toBe(1);
    expect(await create(id, asked, { again: true })).toMatchObject({ creation: { state: "created" } });
    expect(await posts()).toBe(2);
  });

  test("that appears late is found by the next look, or before it is sent again", async () => {
    await open();
    const [one, two] = [await draft(), await draft()];
    for (const [{ id }, schema] of [
      [one, "late_one"],
      [two, "late_two"],
    ] as const) {
      await faults(on("reset"));
      await create(id, request({ schema, api_key: "k" }));
      await account.elsewhere("POST", "/connections", request({ schema, api_key: "k" }));
    }
    expect(await lookNow(one.id, "local")).toMatchObject({ creation: { state: "created" } });
    const again = await create(two.id, request({ schema: "late_two", api_key: "k" }), { again: true });
    expect(again.creation).toMatchObject({ state: "created", message: expect.any(String) });
    expect(await posts()).toBe(4);
  });

  test("that appears late is taken over by itself, once the snapshot shows it", async () => {
    await open();
    const { id } = await draft();
    const asked = request({ schema: "late", api_key: "k" });
    await faults(on("reset"));
    await create(id, asked);
    await account.elsewhere("POST", "/connections", asked);
    await sweepNow("person", {});
    expect(await settled(id, "created")).toMatchObject({ state: "created" });
    expect(await posts()).toBe(2);
  });

  test("is never somebody else's: of another service, there before, or another draft's", async () => {
    await open([{ id: "shop_a", schema: "shop" }]);
    const [one, two] = [await draft(), await draft()];
    await faults(on("lost_answer"));
    expect(await create(one.id, request({ schema: "shop", api_key: "k" }))).toMatchObject({
      creation: { state: "refused", field: "config.schema" },
    });
    await faults(on("reset"));
    await create(two.id, request({ schema: "fresh", api_key: "k" }));
    await account.elsewhere("POST", "/connections", {
      ...request({ schema: "fresh" }),
      service: "github",
    });
    expect(await lookNow(two.id, "local")).toMatchObject({ creation: { state: "refused" } });
  });

  test("that cannot be looked for is not known, and says so", async () => {
    await open();
    const { id } = await draft();
    await faults(on("reset"), {
      ...on("error", { status: 403, code: "Forbidden", message: "No." }, "list_all_connections_in_group"),
      times: 50,
    });
    const asked = request({ schema: "fresh", api_key: "k" });
    expect((await create(id, asked)).creation).toMatchObject({
      state: "unknown",
      looked_at: null,
      message: expect.stringContaining("cannot be asked"),
    });
    await expect(create(id, asked, { again: true })).rejects.toMatchObject({ code: "forbidden" });
    await faults();
    expect(await lookNow(id, "local")).toMatchObject({ creation: { looked_at: expect.any(Number) } });
  });

  test("is refused with the field that Fivetran names, and can be tried again at once", async () => {
    await open();
    const { id } = await draft();
    const bad = await create(id, request({ schema: "fresh", api_key: "k", nonsense: 1 }));
    expect(bad.creation).toMatchObject({
      state: "refused",
      field: "config.nonsense",
      message: expect.stringContaining("nonsense"),
    });
    await faults(
      on("error", { status: 400, code: "InvalidInput", message: "Field 'api_key' says canary-9" }),
    );
    const named = await create(id, request({ schema: "fresh", api_key: "canary-9" }));
    expect(named.creation).toMatchObject({ state: "refused", field: "config.api_key" });
    const { db } = await store();
    expect(JSON.stringify([named, await db.select().from(audit)])).not.toContain("canary-9");
    expect(await create(id, request({ schema: "fresh", api_key: "k" }))).toMatchObject({
      creation: { state: "created" },
    });
  });

  test("is refused where the name is taken; after a lost answer that is looked into", async () => {
    await open();
    const [one, two] = [await draft(), await draft()];
    expect(await create(one.id, request({ schema: "shop", api_key: "k" }))).toMatchObject({
      creation: { state: "refused", field: "config.schema", message: expect.stringContaining("already") },
    });
    const asked = request({ schema: "fresh", api_key: "k" });
    await faults(on("reset"));
    await create(two.id, asked);
    // The first look of the second attempt finds nothing, and its own request meets what the first made after all.
    await faults({
      match: { operation: "create_connection" },
      fault: { kind: "stale_reads", reads: 1 },
      times: 1,
    });
    await account.elsewhere("POST", "/connections", asked);
    expect(await create(two.id, asked, { again: true })).toMatchObject({ creation: { state: "created" } });
    expect(await posts()).toBe(4);
  });

  test("is taken over by a later attempt of its name, though one in between was refused", async () => {
    await open();
    const { id } = await draft();
    const asked = request({ schema: "fresh", api_key: "k" });
    await faults(on("reset"));
    await create(id, asked);
    await faults(on("error", { status: 400, code: "InvalidInput", message: "No." }));
    expect(await create(id, asked, { again: true })).toMatchObject({ creation: { state: "refused" } });
    await account.elsewhere("POST", "/connections", asked);
    expect(await create(id, asked)).toMatchObject({
      creation: { state: "created", message: expect.stringContaining("found by its name") },
    });
    expect(await earlierAttemptsNow()).toEqual([]);
  });

  test("says when to try again where the quota is used up", async () => {
    await open();
    const { id } = await draft();
    await faults(on("rate_limit", { retry_after: "seconds", seconds: 60 }));
    expect((await create(id, request({ schema: "fresh", api_key: "k" }))).creation).toMatchObject({
      state: "refused",
      retry_at: expect.any(Number),
      message: expect.stringContaining("Try again after"),
    });
  });

  test("is not asked for with another service, a mask or no name", async () => {
    await open();
    const { id } = await draft();
    const bad = (asked: unknown, field: string) =>
      expect(create(id, asked)).rejects.toMatchObject({ code: "invalid", facts: { field } });
    await bad(request({ schema: "fresh" }, { service: "github" }), "service");
    await bad(request({ schema: "fresh", api_key: "******" }), "config.api_key");
    await bad(request({ api_key: "k" }), "config.schema");
    await bad(request({ schema: "fresh" }, { group_id: "" }), "group_id");
    await expect(create("no", request({ schema: "fresh" }))).rejects.toMatchObject({ code: "not_found" });
    expect(await posts()).toBe(0);
  });
});
