import { itemSteps } from "@/lib/model/schema/change-fields";
import { columnFinder, findSchema, findTable } from "@/lib/model/schema/find-place";
import type { SchemaChanges } from "@/lib/model/schema/schema-changes";
import { NEW, type SchemaTree } from "@/lib/model/schema/schema-tree";
import type { Steps } from "@/lib/model/steps";

/** The tree with what these changes saw appear or return marked as NEW; the tree itself where none of that is in it. */
export function* markNew(tree: SchemaTree, revisions: readonly SchemaChanges[]): Steps<SchemaTree> {
  let marked: SchemaTree | null = null;
  const mark = (kind: "schemas" | "tables" | "columns", place: number) => {
    if (place < 0) return;
    marked ??= withOwnFlags(tree);
    const { flags } = marked[kind];
    flags[place] = (flags[place] ?? 0) | NEW;
  };
  for (const revision of revisions) {
    yield* itemSteps(revision, ([schemaName, tableName, columnName], { seen }) => {
      if (seen !== "appeared" && seen !== "returned") return;
      const schema = findSchema(tree, schemaName ?? "");
      if (schema < 0 || tableName === undefined) return mark("schemas", schema);
      const table = findTable(tree, schema, tableName);
      if (table < 0 || columnName === undefined) return mark("tables", table);
      mark("columns", columnFinder(tree, table, 1)(columnName));
    });
  }
  return marked ?? tree;
}

const withOwnFlags = (tree: SchemaTree): SchemaTree => ({
  ...tree,
  schemas: { ...tree.schemas, flags: tree.schemas.flags.slice() },
  tables: { ...tree.tables, flags: tree.tables.flags.slice() },
  columns: { ...tree.columns, flags: tree.columns.flags.slice() },
});
