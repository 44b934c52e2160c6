import { expect, test } from "vitest";
import { parseChanges } from "@/lib/model/schema/parse-changes";
import { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { atOnce } from "@/lib/model/steps";

const column = (name: string, more: object = { hashed: [false, true] }) => ({ name, ...more });
const changesOf = (columns: unknown[], more: object = {}) => ({
  schema_change_handling: ["ALLOW_ALL", "BLOCK_ALL"],
  schemas: [
    { name: "audit", enabled: [true, false] },
    {
      name: "public",
      tables: [
        { name: "__proto__", sync_mode: ["SOFT_DELETE", "HISTORY"] },
        { name: "users", columns, ...more },
      ],
    },
  ],
});
const many = Array.from({ length: 1_200 }, (_, at) => column(`c${at}`));

test("what fits is taken as the schema takes it", () => {
  for (const changes of [changesOf(many), changesOf([]), { schemas: [] }])
    expect(atOnce(parseChanges(changes, []))).toEqual(SchemaChanges.parse(changes));
});

test("what does not fit is refused where the schema refuses it, with its place in the body", () => {
  const wrong: unknown[] = [
    null,
    {},
    { schemas: [null] },
    { schemas: [], more: 1 },
    { schemas: [{ name: 1 }] },
    { schemas: [{ name: "s", tables: {} }] },
    { schemas: [{ name: "s", tables: [{ name: "t", columns: "no" }] }] },
    { schema_change_handling: ["ALLOW_ALL", "ALL"], schemas: [] },
    changesOf(many, { enabled: [true] }),
    changesOf([...many, column("x", { hashed: [1, true] })]),
    changesOf([...many, column("x", { unknown: true }), ...many]),
  ];
  for (const changes of wrong) {
    const plain = SchemaChanges.safeParse(changes);
    expect(plain.success).toBe(false);
    const places = plain.error?.issues.map(({ code, path }) => ({ code, path: ["changes", ...path] }));
    expect(() => atOnce(parseChanges(changes, ["changes"]))).toThrow(
      expect.objectContaining({ issues: places?.map((place) => expect.objectContaining(place)) }),
    );
  }
});
