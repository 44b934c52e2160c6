import Tree from "rc-tree";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import "rc-tree/assets/index.css";
import { pageElement } from "@/scripts/bench/peers/tree-bench";
import { largeTree, type TreeItem, treeItems } from "@/scripts/bench/schema-tree-data";

let data: TreeItem[] = [];
let open: (keys: string[]) => void = () => {};

const schemaKeys = () => data.map((schema) => schema.id);
const tableKeys = () => data.flatMap((schema) => schema.children?.map((table) => table.id) ?? []);

function Peer() {
  const [keys, setKeys] = useState<string[]>([]);
  open = setKeys;
  return (
    <Tree
      fieldNames={{ key: "id", title: "name", children: "children" }}
      treeData={data as never}
      height={600}
      itemHeight={28}
      expandedKeys={keys}
      onExpand={(next) => setKeys(next as string[])}
    />
  );
}

window.tree = {
  prepare(...size) {
    data = treeItems(largeTree(...size));
  },
  mount: () => createRoot(pageElement()).render(<Peer />),
  openSchemas: () => open(schemaKeys()),
  openTables: () => open([...schemaKeys(), ...tableKeys()]),
};
