import { expect, test } from "vitest";
import { mergeDrafts } from "@/lib/model/schema/merge-drafts";
import type { ColumnChange, SchemaChanges } from "@/lib/model/schema/schema-changes";

const draft = (...columns: ColumnChange[]): SchemaChanges => ({
  schemas: columns.length === 0 ? [] : [{ name: "public", tables: [{ name: "customers", columns }] }],
});
const hash = (name: string): ColumnChange => ({ name, hashed: [false, true] });

test("edits of different fields in two tabs are all kept", () => {
  const merged = mergeDrafts(
    draft(hash("email")),
    draft(hash("email"), hash("phone")),
    draft(hash("email"), hash("iban")),
  );
  expect(merged.overlaps).toBe(0);
  expect(merged.changes.schemas[0]?.tables?.[0]?.columns?.map(({ name }) => name).sort()).toEqual([
    "email",
    "iban",
    "phone",
  ]);
});

test("an edit taken back in one tab stays taken back", () => {
  expect(mergeDrafts(draft(hash("email")), draft(), draft(hash("email"))).changes).toEqual(draft());
  expect(mergeDrafts(draft(hash("email")), draft(hash("email")), draft()).changes).toEqual(draft());
});

test("where both tabs edited one field the own edit stands and is counted", () => {
  const mode = (to: string): SchemaChanges => ({
    schemas: [{ name: "public", tables: [{ name: "orders", sync_mode: ["SOFT_DELETE", to] }] }],
  });
  const merged = mergeDrafts(draft(), mode("HISTORY"), mode("LIVE"));
  expect(merged.overlaps).toBe(1);
  expect(merged.changes).toEqual(mode("HISTORY"));
  expect(mergeDrafts(draft(), mode("LIVE"), mode("LIVE")).overlaps).toBe(0);
});

test("the policy and a name like __proto__ are merged as any other", () => {
  const policy: SchemaChanges = { schema_change_handling: ["ALLOW_ALL", "BLOCK_ALL"], schemas: [] };
  const odd: SchemaChanges = { schemas: [{ name: "__proto__", enabled: [true, false] }] };
  expect(mergeDrafts(draft(), policy, odd).changes).toEqual({ ...policy, ...odd });
});
