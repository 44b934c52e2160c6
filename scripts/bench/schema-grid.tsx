import { useState } from "react";
import { createRoot } from "react-dom/client";
import { SchemaGrid } from "@/components/schema-editor/schema-grid";
import { useNodeSet } from "@/components/schema-editor/use-node-set";
import { tableNode } from "@/lib/model/schema/node-ids";
import { NodeSet } from "@/lib/model/schema/node-set";
import { SchemaEditor } from "@/lib/model/schema/schema-editor";
import { type SchemaTree, schemaCount, tableCount } from "@/lib/model/schema/schema-tree";
import { pageElement } from "@/scripts/bench/peers/tree-bench";
import { largeTree } from "@/scripts/bench/schema-tree-data";

let tree: SchemaTree;
let open: (nodes: NodeSet) => void = () => {};

const NO_LOADS = new Map();
const nothingPersonal = () => null;
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

function Ours() {
  const [editor] = useState(() => new SchemaEditor(tree, ""));
  const [expanded, setExpanded] = useNodeSet(editor.tree, () => NodeSet.of(upTo(schemaCount(tree))));
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
  expand: () => open(NodeSet.of(upTo(tableNode(tree, tableCount(tree))))),
};
