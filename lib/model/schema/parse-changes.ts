import { ColumnChange, SchemaChange, SchemaChanges, TableChange } from "@/lib/model/schema/schema-changes";
import type { Steps } from "@/lib/model/steps";
import { z } from "@/lib/zod";

const any = z.array(z.unknown()).optional();
const ChangesHead = SchemaChanges.extend({ schemas: z.array(z.unknown()) });
const SchemaHead = SchemaChange.extend({ tables: any });
const TableHead = TableChange.extend({ columns: any });
const Columns = z.array(ColumnChange);

/** Columns looked at in one step. */
const AT_ONCE = 500;

type Place = readonly PropertyKey[];

/**
 * What `SchemaChanges.parse` does, table by table, as there may be a hundred thousand changes in a body.
 * @param at where in the body they stand, for what is said of a field that does not fit
 * @throws ZodError
 */
export function* parseChanges(value: unknown, at: Place): Steps<SchemaChanges> {
  const head = parseAt(ChangesHead, value, at);
  const schemas: SchemaChange[] = [];
  for (const [place, one] of head.schemas.entries())
    schemas.push(yield* parseSchema(one, [...at, "schemas", place]));
  return { ...head, schemas };
}

function* parseSchema(value: unknown, at: Place): Steps<SchemaChange> {
  const { tables: items, ...head } = parseAt(SchemaHead, value, at);
  if (!items) return head;
  const tables: TableChange[] = [];
  for (const [place, one] of items.entries()) tables.push(yield* parseTable(one, [...at, "tables", place]));
  return { ...head, tables };
}

function* parseTable(value: unknown, at: Place): Steps<TableChange> {
  const { columns: items, ...head } = parseAt(TableHead, value, at);
  yield;
  if (!items) return head;
  const columns: ColumnChange[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const some = parseAt(Columns, items.slice(from, from + AT_ONCE), [...at, "columns"], from);
    for (const column of some) columns.push(column);
    yield;
  }
  return { ...head, columns };
}

/** @param first place of the first item, where the value is a piece of a list */
function parseAt<T extends z.ZodType>(schema: T, value: unknown, at: Place, first = 0): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new z.ZodError(
    parsed.error.issues.map((issue) => {
      const [place, ...rest] = issue.path;
      const path = typeof place === "number" ? [place + first, ...rest] : issue.path;
      return { ...issue, path: [...at, ...path] };
    }),
  );
}
