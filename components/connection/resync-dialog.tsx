"use client";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { messageOf } from "@/lib/queries/api-error";
import { useResyncConnection } from "@/lib/queries/connection-acts";

/** A historical re-sync of the whole connection, behind its typed name. */
export function ResyncDialog({ detail, onClose }: { detail: ConnectionDetail; onClose: () => void }) {
  const { row, service } = detail;
  const resync = useResyncConnection();
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => resync.mutate({ id: row.id, name: row.schema }, { onSuccess: onClose })}
      title={
        <>
          Re-sync all of <span className="mono">{row.schema}</span>?
        </>
      }
      verb="Re-sync everything"
      typed={row.schema}
      pending={resync.isPending}
      error={resync.error ? messageOf(resync.error) : undefined}
    >
      <p>
        Fivetran reads every selected table of {service.name} again from its beginning. That can take long,
        loads the source, and may cost more than the syncs you are used to.
      </p>
      <p>
        {row.paused
          ? "The connection is paused: the re-sync waits until it is resumed."
          : row.sync_state === "syncing"
            ? "A sync is running: it is completed first."
            : "It starts at once."}{" "}
        It cannot be taken back.
      </p>
    </ConfirmDialog>
  );
}
