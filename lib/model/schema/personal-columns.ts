import { editable } from "@/lib/model/schema/editable";
import { columnNode } from "@/lib/model/schema/node-ids";
import type { SchemaPath } from "@/lib/model/schema/schema-changes";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { columnsOf, tableCount } from "@/lib/model/schema/schema-tree";

export interface PersonalColumn<Look> {
  node: number;
  path: SchemaPath;
  look: Look;
}

/**
 * The columns that sync in the clear with the draft applied, could be hashed and look personal, in the order of the
 * tree; of tables whose columns are not all known only those that are.
 * @param of what a column's name is taken for; null for nothing personal
 */
export function personalColumns<Look>(
  editor: SchemaEditor,
  of: (node: number) => Look | null,
): PersonalColumn<Look>[] {
  const { tree } = editor;
  const found: PersonalColumn<Look>[] = [];
  for (let table = 0; table < tableCount(tree); table++) {
    const [from, to] = columnsOf(tree, table);
    for (let column = from; column < to; column++) {
      const node = columnNode(tree, column);
      if (editor.isHashed(node)) continue;
      const look = of(node);
      if (look === null || !editor.isEffective(node)) continue;
      if (editable(tree, "column", column, "hashed", true, table) !== "yes") continue;
      found.push({ node, path: editor.pathOf(node), look });
    }
  }
  return found;
}
