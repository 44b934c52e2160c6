import type { ColumnLoads } from "@/components/schema-editor/column-load";
import { ColumnsLine } from "@/components/schema-editor/columns-line";
import type { RowActs } from "@/components/schema-editor/row-acts";
import { rowFacts } from "@/components/schema-editor/row-facts";
import type { PersonalLook } from "@/components/schema-editor/row-note";
import { SchemaRow } from "@/components/schema-editor/schema-row";
import { whyUnreadable } from "@/lib/model/schema/can-read";
import { nodeOfRow, notedTable, placeOfRow } from "@/lib/model/schema/row-places";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { columnsOf, isComplete } from "@/lib/model/schema/schema-tree";
import type { VisibleRows } from "@/lib/model/schema/visible-rows";

/** One row of the grid with what the editor says of it now. */
export function GridRow({
  editor,
  rows,
  row,
  top,
  focusable,
  open,
  selected,
  personalOf,
  columnLoads,
  canEditKeys,
  acts,
}: {
  editor: SchemaEditor;
  rows: VisibleRows;
  row: number;
  top: number;
  focusable: boolean;
  open: boolean | null;
  selected: boolean;
  personalOf: (node: number) => PersonalLook | null;
  columnLoads: ColumnLoads;
  canEditKeys: boolean;
  acts: RowActs;
}) {
  const { tree } = editor;
  const node = nodeOfRow(tree, rows, row);
  if (node < 0) return null;
  const table = notedTable(tree, node);
  if (table >= 0) {
    const load = columnLoads.get(table) ?? null;
    const [from, to] = columnsOf(tree, table);
    return (
      <ColumnsLine
        {...{ node, table, row, top, focusable, acts }}
        known={to - from}
        complete={isComplete(tree, table)}
        unreadable={whyUnreadable(tree, table)}
        load={load?.state ?? null}
        reason={load?.state === "failed" ? load.reason : ""}
      />
    );
  }
  const facts = rowFacts(editor, node, personalOf(node));
  const { index, size } = placeOfRow(tree, rows, row);
  return (
    <SchemaRow
      {...facts}
      {...{ node, row, top, index, size, open, selected, focusable, canEditKeys, acts }}
    />
  );
}
