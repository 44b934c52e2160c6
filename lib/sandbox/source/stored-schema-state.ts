import { SCHEMA_CHANGE_HANDLING, SYNC_MODES } from "@/lib/model/schema-config";
import type { SchemaState } from "@/lib/sandbox/source/schema-state";
import { z } from "@/lib/zod";

// Lists of pairs, because the keys of an object cannot hold every name that a source may have.
const pairs = <V extends z.ZodType>(value: V) => z.array(z.tuple([z.string(), value]));
const version = z.number().int();

const StoredColumn = z.strictObject({
  enabled: z.boolean().optional(),
  hashed: z.boolean().optional(),
  is_primary_key: z.boolean().optional(),
  dropped: z.boolean().optional(),
});
const StoredTable = z.strictObject({
  enabled: z.boolean().optional(),
  sync_mode: z.enum(SYNC_MODES).optional(),
  pinned: version.optional(),
  columns: pairs(StoredColumn),
});
const StoredSchema = z.strictObject({ enabled: z.boolean().optional(), tables: pairs(StoredTable) });

/** A schema state as JSON. */
export const StoredSchemaState = z.strictObject({
  policy: z.enum(SCHEMA_CHANGE_HANDLING),
  captures: z.array(z.strictObject({ version, enabled: z.boolean() })),
  pre_created: z.boolean().default(false),
  pinned: version.nullable(),
  schemas: pairs(StoredSchema),
  drops: pairs(pairs(z.array(z.string()))).default([]),
});
export type StoredSchemaState = z.infer<typeof StoredSchemaState>;

/** The state as a value that JSON carries without loss, `__proto__` included. */
export function storeSchemaState(state: SchemaState): StoredSchemaState {
  return {
    policy: state.policy,
    captures: [...state.captures],
    pre_created: state.pre_created,
    pinned: state.pinned,
    schemas: Array.from(state.schemas, ([name, schema]) => [
      name,
      {
        ...schema,
        tables: Array.from(schema.tables, ([key, table]) => [key, { ...table, columns: [...table.columns] }]),
      },
    ]),
    drops: Array.from(state.drops, ([name, tables]) => [
      name,
      Array.from(tables, ([key, columns]) => [key, [...columns]]),
    ]),
  };
}

/** The state that `storeSchemaState` stored. Throws a ZodError for anything else. */
export function restoreSchemaState(stored: unknown): SchemaState {
  const { schemas, drops, ...rest } = StoredSchemaState.parse(stored);
  return {
    ...rest,
    schemas: new Map(
      schemas.map(([name, schema]) => [
        name,
        {
          ...schema,
          tables: new Map(
            schema.tables.map(([key, table]) => [key, { ...table, columns: new Map(table.columns) }]),
          ),
        },
      ]),
    ),
    drops: new Map(
      drops.map(([name, tables]) => [name, new Map(tables.map(([key, columns]) => [key, new Set(columns)]))]),
    ),
  };
}
