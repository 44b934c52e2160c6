"use client";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { BulkBar } from "@/components/connections/bulk-bar";
import { useBulkNotices } from "@/components/connections/use-bulk-notices";
import type { Selection } from "@/components/connections/use-selection";
import { lazyPiece } from "@/components/ui/lazy-piece";
import type { BulkAct } from "@/lib/model/bulk/bulk-act";
import type { ConnectionIndex } from "@/lib/model/connection-index";
import type { ListOrder } from "@/lib/model/connection-list";

const BulkDialog = lazyPiece("The dialog", () =>
  import("@/components/connections/bulk-dialog").then((it) => it.BulkDialog),
);
const BulkJobsDrawer = lazyPiece("The list of bulk jobs", () =>
  import("@/components/connections/bulk-jobs-drawer").then((it) => it.BulkJobsDrawer),
);

/** Which bulk job the page shows: its id, `all` for the list of them; kept in the address. */
export const useShownBulkJob = () => useQueryState("bulk", parseAsString.withOptions({ history: "push" }));

/** What can be done with the selection, the question before it, and the jobs that came of it. */
export function BulkTools({
  index,
  order,
  selection,
  onLeave,
}: {
  index: ConnectionIndex;
  order: ListOrder;
  selection: Selection;
  /** Back to the list, when the bar goes. */
  onLeave: () => void;
}) {
  const [asking, setAsking] = useState<BulkAct["kind"] | null>(null);
  const [shown, setShown] = useShownBulkJob();
  useBulkNotices(shown, (id) => void setShown(id));
  return (
    <>
      {selection.ids.size > 0 ? (
        <>
          {/* The last lines and the foot of the list can be scrolled clear of the bar. */}
          <div aria-hidden="true" className="h-20 max-sm:h-28" />
          <BulkBar
            order={order}
            selection={selection}
            onAct={setAsking}
            onPoint={BulkDialog.preload}
            onClear={() => {
              selection.clear();
              onLeave();
            }}
          />
        </>
      ) : null}
      {asking ? (
        <BulkDialog
          kind={asking}
          index={index}
          ids={selection.ids}
          onClose={() => setAsking(null)}
          onStarted={(run) => {
            setAsking(null);
            selection.clear();
            void setShown(run.id);
          }}
        />
      ) : null}
      {shown === null ? null : (
        <BulkJobsDrawer
          shown={shown}
          onShow={(id) => void setShown(id)}
          onClose={() => void setShown(null)}
        />
      )}
    </>
  );
}
