"use client";
import type { SelectAct } from "@/components/schema-editor/select-menu";
import { loadCode } from "@/components/ui/load-code";
import { saveFile } from "@/components/ui/save-file";
import { serverNow } from "@/components/ui/server-clock";
import { type Found, foundNodes, movedFound } from "@/lib/model/schema/found";
import { nodeCount } from "@/lib/model/schema/node-ids";
import { NodeSet } from "@/lib/model/schema/node-set";
import { nodesBetween } from "@/lib/model/schema/row-places";
import type { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { visibleRows } from "@/lib/model/schema/visible-rows";
import { isoTime } from "@/lib/model/time";
import { notify } from "@/lib/queries/notice";

/** Selecting by what was found or shown, and the same as a file. */
export function useSelectActs({
  name,
  editor,
  found,
  expanded,
  selection,
  onSelection,
}: {
  /** The connection's name. */
  name: string;
  editor: SchemaEditor;
  found: Found | null;
  expanded: NodeSet;
  selection: NodeSet;
  onSelection: (next: NodeSet) => void;
}) {
  const here = () => found && movedFound(found, editor.tree);
  const matches = () => {
    const found = here();
    return found && foundNodes(found);
  };
  const shown = (): Uint32Array => {
    const { tree } = editor;
    const rows = visibleRows(tree, expanded, here());
    const limit = nodeCount(tree);
    return nodesBetween(tree, rows, 0, rows.length).filter((node) => node < limit);
  };
  const download = async () => {
    const code = await loadCode("The download", () => import("@/lib/model/schema/schema-csv"));
    if (!code) return;
    const nodes = selection.size > 0 ? selection : matches();
    const pieces = code.schemaCsvPieces(name, editor, nodes);
    saveFile(pieces, `schema-${name}-${isoTime(serverNow()).replaceAll(":", "")}.csv`);
    notify({ title: "Schema downloaded as CSV", name });
  };
  const act = (act: SelectAct) => {
    switch (act) {
      case "matches":
        return onSelection(NodeSet.of(matches() ?? []));
      case "shown":
        return onSelection(NodeSet.of(shown()));
      case "invert": {
        const rows = shown();
        return onSelection(
          selection
            .without(rows.filter((row) => selection.has(row)))
            .with(rows.filter((row) => !selection.has(row))),
        );
      }
      case "none":
        return onSelection(NodeSet.empty);
      case "csv":
        return void download();
    }
  };
  return { act, download };
}
