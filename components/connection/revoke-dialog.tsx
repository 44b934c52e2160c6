"use client";
import { useQueryClient } from "@tanstack/react-query";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { messageOf } from "@/lib/queries/api-error";
import { useRevokeCertificate, useRevokeFingerprint } from "@/lib/queries/approval-acts";
import { connectionCertificates, connectionFingerprints } from "@/lib/queries/connection";

export interface Trusted {
  kind: "host key" | "certificate";
  hash: string;
  /** Its id, which stands in the path. */
  path: string;
  at: number | null;
  by: string;
}

/** Takes an approval back; the connection then fails until the key is approved again. */
export function RevokeDialog({
  trusted,
  detail,
  onClose,
}: {
  trusted: Trusted;
  detail: ConnectionDetail;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const { id, schema } = detail.row;
  const fingerprint = useRevokeFingerprint();
  const certificate = useRevokeCertificate();
  const act = trusted.kind === "host key" ? fingerprint : certificate;
  const confirm = () =>
    act.mutate(
      { id, name: schema, hash: trusted.path },
      {
        onSuccess: async () => {
          const list = trusted.kind === "host key" ? connectionFingerprints(id) : connectionCertificates(id);
          await client.invalidateQueries({ queryKey: list.queryKey });
          onClose();
        },
      },
    );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={confirm}
      title={`Revoke this ${trusted.kind}?`}
      verb={`Revoke ${trusted.kind}`}
      danger
      pending={act.isPending}
      error={act.error ? messageOf(act.error) : undefined}
    >
      <p className="mono wrap-anywhere">{trusted.hash}</p>
      <p>
        While the host shows this {trusted.kind}, <span className="mono">{schema}</span> cannot connect until
        it is approved again.
      </p>
    </ConfirmDialog>
  );
}
