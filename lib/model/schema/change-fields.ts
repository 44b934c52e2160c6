import type {
  Change,
  ColumnChange,
  SchemaChange,
  SchemaChanges,
  SchemaField,
  SchemaPath,
  TableChange,
} from "@/lib/model/schema/schema-changes";
import { atOnce, type Steps } from "@/lib/model/steps";

export type FieldValue = string | boolean;
export type Seen = NonNullable<ColumnChange["seen"]>;

type FieldVisit = (
  path: SchemaPath,
  field: SchemaField,
  change: Change<FieldValue>,
  seen: Seen | undefined,
) => void;
type ItemVisit = (path: SchemaPath, item: SchemaChange | TableChange | ColumnChange) => void;

/** Calls back for every field that changes: the policy, then each item before what is in it. */
export const eachField = (changes: SchemaChanges, visit: FieldVisit): void =>
  atOnce(fieldSteps(changes, visit));

/** The same, table by table. */
export function* fieldSteps(changes: SchemaChanges, visit: FieldVisit): Steps<void> {
  const { schema_change_handling: policy } = changes;
  if (policy) visit([], "schema_change_handling", policy, undefined);
  yield* itemSteps(changes, (path, item) => {
    for (const field of FIELDS) {
      const change = fieldOf(item, field);
      if (change) visit(path, field, change, item.seen);
    }
  });
}

/** Calls back for every item that stands in the changes, each before what is in it. */
export const eachItem = (changes: SchemaChanges, visit: ItemVisit): void => atOnce(itemSteps(changes, visit));

/** The same, table by table. */
export function* itemSteps(changes: SchemaChanges, visit: ItemVisit): Steps<void> {
  for (const schema of changes.schemas) {
    visit([schema.name], schema);
    for (const table of schema.tables ?? []) {
      visit([schema.name, table.name], table);
      for (const column of table.columns ?? []) visit([schema.name, table.name, column.name], column);
      yield;
    }
  }
}

const FIELDS = ["enabled", "sync_mode", "hashed", "is_primary_key"] as const;

function fieldOf(
  item: SchemaChange | TableChange | ColumnChange,
  field: (typeof FIELDS)[number],
): Change<FieldValue> | undefined {
  return (item as Partial<Record<SchemaField, Change<FieldValue>>>)[field];
}
