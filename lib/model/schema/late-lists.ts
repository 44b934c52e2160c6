import { findSchema, findTable } from "@/lib/model/schema/find-place";
import type { TableColumnsAnswer } from "@/lib/model/schema/schema-answers";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import { listedAt, withColumnLists } from "@/lib/model/schema/with-columns";

/** Lists of columns that trees may come without: a tree can be on its way while a list is read and overtakes it. */
export class LateLists {
  #lists = new Map<string, TableColumnsAnswer>();

  add(answer: TableColumnsAnswer): void {
    this.#lists.set(JSON.stringify([answer.schema, answer.table]), answer);
  }

  /** A tree read at `read_at`, in epoch milliseconds, with the lists that it lacks; those it has are let go. */
  over(tree: SchemaTree, read_at: number): SchemaTree {
    for (const [key, list] of this.#lists) if (!lacks(tree, list)) this.#lists.delete(key);
    const lists = [...this.#lists.values()];
    const older = withColumnLists(
      tree,
      lists.filter((list) => list.read_at < read_at),
      "older",
    );
    const newer = lists.filter((list) => list.read_at >= read_at);
    return withColumnLists(older, newer, "newer");
  }
}

function lacks(tree: SchemaTree, list: TableColumnsAnswer): boolean {
  const schema = findSchema(tree, list.schema);
  const found = schema < 0 ? -1 : findTable(tree, schema, list.table);
  return found >= 0 && (tree.tables.columns_read_at[found] ?? 0) < listedAt(list);
}
