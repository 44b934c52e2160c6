import { SCHEMA_CHANGE_HANDLING } from "@/lib/model/schema-config";
import { z } from "@/lib/zod";

/** What a value was and what it becomes. */
export type Change<T> = [from: T, to: T];

const change = <T extends z.ZodType>(value: T) => z.tuple([value, value]);
const flag = change(z.boolean()).optional();
const text = change(z.string()).optional();
/** What became of the item itself between two looks, where that is what is told; never part of a draft. */
const seen = z.enum(["appeared", "deleted", "returned", "removed"]).optional();

export const ColumnChange = z.strictObject({
  name: z.string(),
  seen,
  enabled: flag,
  hashed: flag,
  is_primary_key: flag,
});
export type ColumnChange = z.infer<typeof ColumnChange>;

export const TableChange = z.strictObject({
  name: z.string(),
  seen,
  enabled: flag,
  sync_mode: text,
  columns: z.array(ColumnChange).optional(),
});
export type TableChange = z.infer<typeof TableChange>;

export const SchemaChange = z.strictObject({
  name: z.string(),
  seen,
  enabled: flag,
  tables: z.array(TableChange).optional(),
});
export type SchemaChange = z.infer<typeof SchemaChange>;

/**
 * Changes of a schema config by name, with the value each is made from: the one form of drafts, revisions and
 * differences. Lists, since every name is legal; items without a change are left out.
 */
export const SchemaChanges = z.strictObject({
  schema_change_handling: change(z.enum(SCHEMA_CHANGE_HANDLING)).optional(),
  schemas: z.array(SchemaChange),
});
export type SchemaChanges = z.infer<typeof SchemaChanges>;

export type SchemaField = "schema_change_handling" | "enabled" | "hashed" | "sync_mode" | "is_primary_key";

/** A schema, a table or a column by name. The root, whose only field is the policy, is the empty path. */
export type SchemaPath = readonly [schema?: string, table?: string, column?: string];

/** A change that cannot be made as it was meant. */
export interface SchemaConflict {
  path: SchemaPath;
  field: SchemaField;
  /** The value the change was made from. */
  base: string | boolean;
  /** The value it should become. */
  mine: string | boolean;
  /** The value Fivetran has now; null where the item is not there any more. */
  theirs: string | boolean | null;
  /** `changed`: someone else set another value meanwhile. */
  why: "changed" | "gone" | "locked" | "unsupported";
  /** Why it is locked; empty otherwise. */
  reason: string;
}
