"use client";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { useSyncConnection } from "@/lib/queries/connection-acts";

/** Asks before a sync that ends a running one. */
export function ForceDialog({ detail, onClose }: { detail: ConnectionDetail; onClose: () => void }) {
  const { row } = detail;
  const sync = useSyncConnection();
  const running = row.sync_state === "syncing";
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => sync.mutate({ id: row.id, name: row.schema, force: true }, { onSettled: onClose })}
      title={
        <>
          Force a sync of <span className="mono">{row.schema}</span>?
        </>
      }
      verb="Force sync"
      pending={sync.isPending}
    >
      <p>
        {running
          ? "The sync that is running now is ended and started again from the beginning of its work."
          : "No sync is running, so this starts one, as “Sync now” does. One that starts in the meantime would be ended and started again."}
      </p>
      <p>The schedule stays as it is.</p>
    </ConfirmDialog>
  );
}
