import { expect, test } from "vitest";
import { startSandbox } from "@/lib/sandbox/server";
import { forgetEarlierAttempt } from "@/lib/store/earlier-attempts";
import { dropSetupDraft } from "@/lib/store/setup-drafts";
import { onEachStore } from "@/lib/store/test-store";
import { earlierAttemptsNow } from "@/lib/sync/setup/earlier-attempts";
import { setupScene } from "@/lib/sync/setup/setup-scene";
import { sweepNow } from "@/lib/sync/sweep-now";

const HOUR = 3_600_000;

onEachStore("a lost attempt that another one followed", () => {
  const { account, open, draft, request, create, faults, on } = setupScene(startSandbox);
  const named = (schema: string) => request({ schema, api_key: "k" });
  /** A draft whose request for `old` was lost and which was sent again as `fresh`. */
  const renamed = async () => {
    const { id } = await draft();
    await faults(on("reset"));
    await create(id, named("old"));
    const { creation } = await create(id, named("fresh"), { again: true });
    return { id, made: creation.state === "created" ? creation.connection_id : null };
  };
  const appear = async (more: object = {}) => {
    const made = (await account.elsewhere("POST", "/connections", { ...named("old"), ...more })) as {
      id: string;
    };
    await sweepNow("person", {});
    return made.id;
  };

  test("is seen when it appears beside what was made instead, and is forgotten when told", async () => {
    await open();
    const { id, made } = await renamed();
    const waiting = { draft_id: id, schema: "old", service: "stripe", instead: made, open: true };
    expect(await earlierAttemptsNow()).toMatchObject([{ ...waiting, connection_id: null }]);
    const stray = await appear();
    await dropSetupDraft(id, "local");
    const [seen] = await earlierAttemptsNow();
    expect(seen).toMatchObject({ ...waiting, connection_id: stray });
    await forgetEarlierAttempt(seen?.id ?? 0);
    expect(await earlierAttemptsNow()).toEqual([]);
    await expect(forgetEarlierAttempt(seen?.id ?? 0)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is not what another service, another draft or a later day made under its name", async () => {
    await open();
    await renamed();
    const github = await appear({ service: "github", config: { schema: "old" } });
    expect(await earlierAttemptsNow()).toMatchObject([{ connection_id: null }]);
    await account.elsewhere("DELETE", `/connections/${github}`);
    const { at } = (await earlierAttemptsNow())[0] ?? { at: 0 };
    await account.control("clock", { advance_ms: 2 * HOUR });
    await appear();
    expect(await earlierAttemptsNow(at + 2 * HOUR)).toMatchObject([{ connection_id: null, open: false }]);
  });

  test("is decided once another draft makes the connection of its name", async () => {
    await open();
    await renamed();
    const other = await draft("stripe", "other");
    expect(await create(other.id, named("old"), { actor: "other" })).toMatchObject({
      creation: { state: "created" },
    });
    expect(await earlierAttemptsNow()).toEqual([]);
  });

  test("of a draft that was deleted meanwhile is watched too", async () => {
    await open();
    const { id } = await draft();
    await faults(on("reset"));
    await create(id, named("old"));
    await dropSetupDraft(id, "local");
    const stray = await appear();
    expect(await earlierAttemptsNow()).toMatchObject([{ instead: null, connection_id: stray }]);
  });
});
