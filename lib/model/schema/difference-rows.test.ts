import { expect, test } from "vitest";
import { differenceRows } from "@/lib/model/schema/difference-rows";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";

const changes: SchemaChanges = {
  schema_change_handling: ["ALLOW_ALL", "BLOCK_ALL"],
  schemas: [
    {
      name: "public",
      tables: [
        { name: "users", enabled: [false, true], columns: [{ name: "email", hashed: [false, true] }] },
        { name: "old", seen: "deleted" },
      ],
    },
  ],
};

test("each field that changed is a row, by its full name, and no more than were asked for", () => {
  expect(differenceRows(changes, 10)).toEqual([
    { name: "schema_change_handling", from: "ALLOW_ALL", to: "BLOCK_ALL" },
    { name: "public.users: enabled", from: "false", to: "true" },
    { name: "public.users.email: hashed", from: "false", to: "true" },
    { name: "public.old", from: "", to: "deleted" },
  ]);
  expect(differenceRows(changes, 2)).toHaveLength(2);
});
