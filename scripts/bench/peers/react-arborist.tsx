import { Tree, type TreeApi } from "react-arborist";
import { createRoot } from "react-dom/client";
import { pageElement } from "@/scripts/bench/peers/tree-bench";
import { largeTree, type TreeItem, treeItems } from "@/scripts/bench/schema-tree-data";

let data: TreeItem[] = [];
let api: TreeApi<TreeItem> | null | undefined;

function Peer() {
  return (
    <Tree
      ref={(tree) => {
        api = tree;
      }}
      initialData={data}
      openByDefault={false}
      width={900}
      height={600}
      rowHeight={28}
    />
  );
}

window.tree = {
  prepare(...size) {
    data = treeItems(largeTree(...size));
  },
  mount: () => createRoot(pageElement()).render(<Peer />),
  openSchemas() {
    for (const schema of data) api?.open(schema.id);
  },
  openTables: () => api?.openAll(),
};
