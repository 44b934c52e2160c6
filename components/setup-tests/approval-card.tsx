"use client";
import { KeyRound } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyBox } from "@/components/ui/copy-box";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Note } from "@/components/ui/note";
import { type ApprovalRequest, sameKey } from "@/lib/model/approval-request";
import type { ConnectionDetail } from "@/lib/model/snapshot";
import { messageOf } from "@/lib/queries/api-error";
import { useApproveCertificate, useApproveFingerprint } from "@/lib/queries/approval-acts";
import { useStartSetupTests } from "@/lib/queries/connection-acts";

/** A host key or certificate that Fivetran met: shown, compared, and approved only by an explicit act. */
export function ApprovalCard({ request, detail }: { request: ApprovalRequest; detail: ConnectionDetail }) {
  const heading = useId();
  const target = { id: detail.row.id, name: detail.row.schema };
  const fingerprint = useApproveFingerprint();
  const certificate = useApproveCertificate();
  const tests = useStartSetupTests();
  const [expected, setExpected] = useState("");
  const [checked, setChecked] = useState(false);
  const act = request.kind === "fingerprint" ? fingerprint : certificate;
  const noun = request.kind === "fingerprint" ? "host key" : "certificate";
  const pasted = expected.trim() !== "";
  const same = pasted && sameKey(request, expected);
  const approve = () =>
    request.kind === "fingerprint"
      ? fingerprint.mutate({ ...target, hash: request.hash, public_key: request.public_key })
      : certificate.mutate({ ...target, hash: request.hash, encoded_cert: request.encoded_cert });

  if (act.isSuccess) {
    return (
      <div className="flex flex-wrap items-center gap-3 border-line border-t p-3 sm:px-4">
        <Note tone="healthy" role="status" className="flex-1">
          <b>The {noun} is approved.</b> Run the tests again; a broken connection recovers only by a sync that
          succeeds.
        </Note>
        <Button look="primary" pending={tests.isPending} onClick={() => tests.mutate(target)}>
          Run tests again
        </Button>
      </div>
    );
  }
  return (
    <section
      aria-labelledby={heading}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 border-line border-t p-3 sm:p-4"
    >
      <h3 id={heading} className="flex flex-wrap items-center gap-2 font-semibold">
        <KeyRound aria-hidden="true" className="icon text-ink-3" />
        {request.kind === "fingerprint" ? "Unknown SSH host key" : "Unknown TLS certificate"}
        {request.name ? (
          <span className="mono wrap-anywhere font-normal text-ink-2">{request.name}</span>
        ) : null}
      </h3>
      <p className="max-w-[72ch] text-ink-2">
        Anyone in between could show a {noun} of their own. Compare it with what the administrator of the host
        gave you, by another way than this connection.
      </p>
      <dl className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        <dt className="text-ink-3 text-xs">Hash{request.type ? `, ${request.type}` : ""}</dt>
        <dd>
          <CopyBox text={request.hash} label={`Copy the hash of the ${noun}`} wrap />
        </dd>
        <dt className="text-ink-3 text-xs">
          {request.kind === "fingerprint" ? "Public key" : "Certificate, base64"}
        </dt>
        <dd>
          <CopyBox
            text={request.kind === "fingerprint" ? request.public_key : request.encoded_cert}
            label={`Copy the ${noun}`}
          />
        </dd>
      </dl>
      <Field
        label={`Paste the ${noun} or its fingerprint that you expect`}
        help={pasted && same ? "It is the same." : undefined}
        error={
          pasted && !same
            ? `This is not the ${noun} above. Do not approve it before you know why.`
            : undefined
        }
      >
        {(control) => (
          <Input {...control} mono value={expected} onChange={(event) => setExpected(event.target.value)} />
        )}
      </Field>
      {pasted ? null : (
        <Checkbox checked={checked} onChange={(event) => setChecked(event.target.checked)}>
          I have compared it by other means
        </Checkbox>
      )}
      {act.error ? (
        <Note tone="broken" role="alert">
          {messageOf(act.error)}
        </Note>
      ) : null}
      <div>
        <Button
          look="primary"
          pending={act.isPending}
          offBecause={same || (!pasted && checked) ? undefined : "Compare it first"}
          onClick={approve}
        >
          Approve {noun}
        </Button>
      </div>
    </section>
  );
}
