import fc from "fast-check";
import { sampleColumn, sampleTable } from "@/lib/model/schema/sample-config";
import { SCHEMA_CHANGE_HANDLING, type SchemaConfig } from "@/lib/model/schema-config";

const HOSTILE = [
  "__proto__",
  "constructor",
  "",
  ".",
  "..",
  'a"b\\c',
  "a.b",
  "Ä",
  "ä",
  "🚰",
  "\u202Erev",
  "\ud800",
  "x".repeat(300),
];
const name = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 10 }));
const named = <T>(value: fc.Arbitrary<T>, maxLength: number) =>
  fc
    .uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength })
    .map((entries) => Object.fromEntries(entries));
const lock = <C extends string>(...codes: C[]) =>
  fc.option(fc.tuple(fc.constantFrom(...codes), name), { freq: 3, nil: undefined });

const column = fc
  .record({
    name_in_destination: name,
    enabled: fc.boolean(),
    hashed: fc.boolean(),
    is_primary_key: fc.constantFrom(true, false, null),
    lock: lock("SYSTEM_COLUMN", "DELETED", "OTHER"),
  })
  .map((facts) => sampleColumn(facts));
const table = fc
  .record({
    name_in_destination: name,
    enabled: fc.boolean(),
    sync_mode: fc.constantFrom("SOFT_DELETE" as const, "HISTORY" as const, null),
    supports_columns_config: fc.boolean(),
    supports_history_mode: fc.boolean(),
    lock: lock("SYSTEM_TABLE", "DELETED", "OTHER"),
    columns: fc.option(named(column, 5)),
  })
  .map((facts) => sampleTable(facts));

/** For tests: any schema config, of hostile names above all. */
export function anyConfig(): fc.Arbitrary<SchemaConfig> {
  return fc.record({
    schema_change_handling: fc.constantFrom(...SCHEMA_CHANGE_HANDLING),
    schemas: named(
      fc.record({ name_in_destination: name, enabled: fc.boolean(), tables: named(table, 4) }),
      3,
    ),
  });
}
