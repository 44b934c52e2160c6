import { expect, it } from "vitest";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { withoutChanges } from "@/lib/model/schema/without-changes";
import { atOnce } from "@/lib/model/steps";

const without = (changes: SchemaChanges, made: SchemaChanges) => atOnce(withoutChanges(changes, made));

it("leaves what was not made, and what was made otherwise", () => {
  const change = (name: string, hashed: boolean) => ({
    name,
    hashed: [!hashed, hashed] as [boolean, boolean],
  });
  const table = (...columns: ReturnType<typeof change>[]) => ({
    schemas: [{ name: "public", tables: [{ name: "__proto__", columns }] }],
  });
  const draft = table(change("email", true), change("phone", true), change("note", false));
  expect(without(draft, table(change("email", true), change("note", true)))).toEqual(
    table(change("phone", true), change("note", false)),
  );
  expect(without(draft, draft)).toEqual({ schemas: [] });
  const policy = {
    schema_change_handling: ["ALLOW_ALL", "BLOCK_ALL"] as ["ALLOW_ALL", "BLOCK_ALL"],
    schemas: [],
  };
  expect(without(policy, policy)).toEqual({ schemas: [] });
  expect(without(policy, draft)).toEqual(policy);
});
