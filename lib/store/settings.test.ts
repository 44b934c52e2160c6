import { expect, test } from "vitest";
import { store } from "@/lib/store/db";
import { readSetting, saveSetting } from "@/lib/store/settings";
import { onEachStore, testUpstream } from "@/lib/store/test-store";

onEachStore("settings", () => {
  const open = async () => testUpstream((await store()).db);

  test("a setting is kept with its version and who saved it", async () => {
    await open();
    expect(await readSetting("personal")).toBeNull();
    await saveSetting("personal", 0, { a: ["\0"] }, "ann");
    await saveSetting("personal", 1, { a: ["*_ref"] }, "bob");
    expect(await readSetting("personal")).toMatchObject({
      value: { a: ["*_ref"] },
      version: 2,
      saved_by: "bob",
    });
    expect(await readSetting("other")).toBeNull();
  });

  test("of two saves from one version, one is refused and changes nothing", async () => {
    await open();
    const first = await Promise.allSettled([
      saveSetting("personal", 0, "a", "ann"),
      saveSetting("personal", 0, "b", "bob"),
    ]);
    expect(first.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const kept = await readSetting("personal");
    const next = await Promise.allSettled([
      saveSetting("personal", 1, "c", "ann"),
      saveSetting("personal", 1, "d", "bob"),
      saveSetting("personal", 9, "e", "eve"),
    ]);
    expect(next.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of next)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
    expect(kept?.version).toBe(1);
    expect((await readSetting("personal"))?.version).toBe(2);
  });

  test("another account has its own", async () => {
    await open();
    await saveSetting("personal", 0, "mine", "ann");
    await testUpstream((await store()).db, "other");
    expect(await readSetting("personal")).toBeNull();
  });
});
