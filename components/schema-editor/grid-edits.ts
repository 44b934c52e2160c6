import { columnNode } from "@/lib/model/schema/node-ids";
import type { EditOutcome, SchemaEditor } from "@/lib/model/schema/schema-editor";
import { columnsOf } from "@/lib/model/schema/schema-tree";

export function toggleSync(editor: SchemaEditor, node: number): EditOutcome {
  return editor.set([node], "enabled", !editor.isEnabled(node));
}

export function toggleKey(editor: SchemaEditor, node: number): EditOutcome {
  return editor.set([node], "is_primary_key", !editor.isKey(node));
}

/** A column's hash; of a table all known columns that sync, or none where all are hashed already. */
export function toggleHash(editor: SchemaEditor, node: number): EditOutcome {
  if (editor.kindOf(node) === "column") return editor.set([node], "hashed", !editor.isHashed(node));
  const [from, to] = columnsOf(editor.tree, editor.tableOf(node));
  const columns = Array.from({ length: to - from }, (_, at) => columnNode(editor.tree, from + at));
  const { hashed, total } = editor.share(node);
  if (hashed === total) return editor.set(columns, "hashed", false);
  return editor.set(
    columns.filter((column) => editor.isEnabled(column)),
    "hashed",
    true,
  );
}
