import fc from "fast-check";
import { expect, test } from "vitest";
import generated from "@/lib/sandbox/source/source-schemas.generated.json";
import { readSourceSchemas, writeSourceSchemas } from "@/lib/sandbox/source/source-schemas-file";

test("what is written reads back, columns in their order", () => {
  const name = fc.stringMatching(/^[a-z_0-9]{1,12}$/);
  const facts = fc.dictionary(
    name,
    fc.dictionary(name, fc.uniqueArray(name, { minLength: 1 }), { minKeys: 1 }),
    {
      minKeys: 1,
      noNullPrototype: true,
    },
  );
  fc.assert(
    fc.property(facts, (services) => {
      const read = readSourceSchemas(JSON.parse(writeSourceSchemas(services)));
      const plain = Array.from(read, ([service, tables]) => [service, Object.fromEntries(tables)]);
      expect(Object.fromEntries(plain)).toEqual(services);
    }),
  );
});

test("a name that holds a space is refused, since the file separates by spaces", () => {
  expect(() => writeSourceSchemas({ asana: { task: ["due on"] } })).toThrow("due on");
});

test("the committed facts hold 22 applications and their 10,786 columns", () => {
  const facts = readSourceSchemas(generated);
  const tables = [...facts.values()].flatMap((service) => [...service.values()]);
  expect(facts.size).toBe(22);
  expect(tables.reduce((sum, columns) => sum + columns.length, 0)).toBe(10_786);
  expect(facts.get("stripe")?.get("customer")?.slice(0, 3)).toEqual([
    "id",
    "_fivetran_synced",
    "account_balance",
  ]);
});
