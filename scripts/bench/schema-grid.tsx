import { useState } from "react";
import { createRoot } from "react-dom/client";
import { SchemaGrid } from "@/components/schema-editor/schema-grid";
import { useNodeSet } from "@/components/schema-editor/use-node-set";
import { tableNode } from "@/lib/model/schema/node-ids";
import { NodeSet } from "@/lib/model/schema/node-set";
import { patchOf } from "@/lib/model/schema/patch-of";
import { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { columnCount, type SchemaTree, schemaCount, tableCount } from "@/lib/model/schema/schema-tree";
import { pageElement } from "@/scripts/bench/peers/tree-bench";
import { largeTree } from "@/scripts/bench/schema-tree-data";

let tree: SchemaTree;
let editor: SchemaEditor;
let open: (nodes: NodeSet) => void = () => {};

const NO_LOADS = new Map();
const nothingPersonal = () => null;
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Hashes every tenth column or so; milliseconds from the edits to the changes by name and the text of the request. */
function timeDiff(edits: number): number {
  const first = tableNode(tree, tableCount(tree));
  const apart = Math.floor(columnCount(tree) / edits);
  editor.set(
    Array.from({ length: edits }, (_, at) => first + at * apart),
    "hashed",
    true,
  );
  const began = performance.now();
  const body = patchOf(editor.changes());
  const took = performance.now() - began;
  if (body.split('"hashed":true').length !== edits + 1)
    throw new Error("The request does not hold every edit.");
  return took;
}

function Ours() {
  const [own] = useState(() => new SchemaEditor(tree, ""));
  editor = own;
  const [expanded, setExpanded] = useNodeSet(editor.tree);
  const [selection, setSelection] = useNodeSet(editor.tree);
  open = setExpanded;
  return (
    <SchemaGrid
      editor={editor}
      found={null}
      search={null}
      personalOf={nothingPersonal}
      expanded={expanded}
      onExpandedChange={setExpanded}
      selection={selection}
      onSelectionChange={setSelection}
      onLoadColumns={() => {}}
      columnLoads={NO_LOADS}
      canEditKeys={false}
      className="h-[600px]"
    />
  );
}

window.tree = {
  prepare(...size) {
    tree = largeTree(...size);
  },
  mount: () => createRoot(pageElement()).render(<Ours />),
  diff: timeDiff,
  openSchemas: () => open(NodeSet.of(upTo(schemaCount(tree)))),
  openTables: () => open(NodeSet.of(upTo(tableNode(tree, tableCount(tree))))),
};
