import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { store } from "@/lib/store/db";
import { clearApplied, draftBase, readDraft, saveDraft } from "@/lib/store/schema-drafts";
import { onEachStore, testUpstream } from "@/lib/store/test-store";

const hashing = (columns: number): SchemaChanges => ({
  schemas: [
    {
      name: "public",
      tables: [
        {
          name: "a\0\uD800__proto__",
          columns: Array.from({ length: columns }, (_, at) => ({ name: `c${at}`, hashed: [false, true] })),
        },
      ],
    },
  ],
});

onEachStore("drafts of schema edits", () => {
  const open = async () => {
    const { db } = await store();
    await testUpstream(db);
    return db;
  };

  test.each([2, 5_000])("a draft of %d edits is what was saved, whatever its names", async (edits) => {
    await open();
    expect(await readDraft("shop", "me")).toBeNull();
    expect(await draftBase("shop", "me")).toBeNull();
    const saved = await saveDraft("shop", "me", { version: 0, base_hash: "h", changes: hashing(edits) });
    expect(saved).toMatchObject({ version: 1, changes: hashing(edits) });
    expect(await readDraft("shop", "me")).toEqual(saved);
    expect(await readDraft("shop", "you")).toBeNull();
    expect(await draftBase("shop", "me")).toBe("h");
  });

  test("a large draft takes little room", async () => {
    const db = await open();
    await saveDraft("shop", "me", { version: 0, base_hash: "", changes: hashing(5_000) });
    const answer = await db.execute(sql`select length(changes)::int as kept from schema_drafts`);
    const kept = (answer as unknown as { rows: { kept: number }[] }).rows[0]?.kept ?? 0;
    expect(kept).toBeLessThan(JSON.stringify(hashing(5_000)).length / 3);
  });

  test("a save over another version is refused, and what is applied goes out of the newest", async () => {
    await open();
    await saveDraft("shop", "me", { version: 0, base_hash: "", changes: hashing(1) });
    const again = saveDraft("shop", "me", { version: 0, base_hash: "", changes: hashing(2) });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    await saveDraft("shop", "me", { version: 1, base_hash: "", changes: hashing(5_000) });
    await clearApplied("shop", "me", hashing(4_999));
    const left = await readDraft("shop", "me");
    expect(left?.version).toBe(3);
    expect(left?.changes.schemas[0]?.tables?.[0]?.columns).toEqual([
      { name: "c4999", hashed: [false, true] },
    ]);
  });
});
