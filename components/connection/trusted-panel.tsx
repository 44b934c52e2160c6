"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { RevokeDialog, type Trusted } from "@/components/connection/revoke-dialog";
import { Button } from "@/components/ui/button";
import { Panel, PanelBody } from "@/components/ui/panel";
import { Time } from "@/components/ui/time";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { epoch } from "@/lib/model/time";
import { messageOf } from "@/lib/queries/api-error";
import { connectionCertificates, connectionFingerprints } from "@/lib/queries/connection";

/** Approved host keys and certificates; read from Fivetran only when opened, so that a look costs no calls. */
export function TrustedPanel({ detail }: { detail: ConnectionDetail }) {
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title="Approved keys"
      end={
        <Button size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "Hide" : "Show"}
        </Button>
      }
    >
      {open ? (
        <TrustedList detail={detail} />
      ) : (
        <PanelBody className="text-ink-3">
          SSH host keys and TLS certificates approved for this connection.
        </PanelBody>
      )}
    </Panel>
  );
}

function TrustedList({ detail }: { detail: ConnectionDetail }) {
  const { id } = detail.row;
  const fingerprints = useQuery(connectionFingerprints(id));
  const certificates = useQuery(connectionCertificates(id));
  const [revoking, revoke] = useState<Trusted | null>(null);
  const error = fingerprints.error ?? certificates.error;
  const all: Trusted[] = [
    ...(fingerprints.data ?? []).map((it) => ({
      kind: "host key" as const,
      hash: it.hash,
      path: it.id,
      at: epoch(it.validated_date),
      by: it.validated_by,
    })),
    ...(certificates.data ?? []).map((it) => ({
      kind: "certificate" as const,
      hash: it.hash,
      path: it.id,
      at: epoch(it.validated_date),
      by: it.validated_by,
    })),
  ];
  if (error) return <PanelBody className="text-broken-text">{messageOf(error)}</PanelBody>;
  if (!fingerprints.data || !certificates.data) {
    return (
      <PanelBody className="text-ink-3">
        <p role="status">Reading from Fivetran</p>
      </PanelBody>
    );
  }
  return (
    <>
      {all.length === 0 ? <PanelBody className="text-ink-3">None is approved.</PanelBody> : null}
      <ul>
        {all.map((it) => (
          <li
            key={`${it.kind} ${it.path}`}
            className="flex items-center gap-2 border-line border-b px-3 py-2 last:border-b-0 sm:px-4"
          >
            <div className="min-w-0 flex-1">
              <p className="mono truncate" title={it.hash}>
                {it.hash}
              </p>
              <p className="text-ink-3 text-xs">
                {it.kind}
                {it.at === null ? "" : ", approved "}
                {it.at === null ? null : <Time at={it.at} form="absolute" />}
                {it.by ? ` by ${it.by}` : ""}
              </p>
            </div>
            <Button
              size="sm"
              look="danger"
              aria-label={`Revoke ${it.kind} ${it.hash}`}
              onClick={() => revoke(it)}
            >
              Revoke
            </Button>
          </li>
        ))}
      </ul>
      {revoking ? <RevokeDialog trusted={revoking} detail={detail} onClose={() => revoke(null)} /> : null}
    </>
  );
}
