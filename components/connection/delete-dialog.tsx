"use client";
import { useRouter } from "next/navigation";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { messageOf } from "@/lib/queries/api-error";
import { useDeleteConnection } from "@/lib/queries/connection-acts";

/** Deletes the connection in Fivetran, behind its typed name; afterwards there is no page to stay on. */
export function DeleteDialog({ detail, onClose }: { detail: ConnectionDetail; onClose: () => void }) {
  const { row, group } = detail;
  const remove = useDeleteConnection();
  const router = useRouter();
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() =>
        remove.mutate({ id: row.id, name: row.schema }, { onSuccess: () => router.push("/connections") })
      }
      title={
        <>
          Delete <span className="mono">{row.schema}</span>?
        </>
      }
      verb="Delete connection"
      danger
      typed={row.schema}
      pending={remove.isPending}
      error={remove.error ? messageOf(remove.error) : undefined}
    >
      <p>
        Fivetran forgets the set-up, credentials and schedule of this connection. That cannot be undone.
        Tables it has loaded into <span className="mono">{group.name}</span> are not deleted by this console.
      </p>
    </ConfirmDialog>
  );
}
