"use client";
import { type Target, useAct } from "@/lib/queries/act";
import { upstream } from "@/lib/queries/upstream";

/** Approves one SSH host key, shown and compared before. Failures are left to the place that asked. */
export function useApproveFingerprint() {
  return useAct({
    run: ({ id, hash, public_key }: Target & { hash: string; public_key: string }) =>
      upstream("POST /connections/{connectionId}/fingerprints", {
        params: { connectionId: id },
        body: { hash, public_key },
      }),
    done: () => "Host key approved",
    failed: () => "Host key not approved",
    quiet: true,
  });
}

export function useRevokeFingerprint() {
  return useAct({
    run: ({ id, hash }: Target & { hash: string }) =>
      upstream("DELETE /connections/{connectionId}/fingerprints/{hash}", {
        params: { connectionId: id, hash },
      }),
    done: () => "Host key revoked",
    failed: () => "Host key not revoked",
    quiet: true,
  });
}

/** Approves one TLS certificate, shown and compared before. Failures are left to the place that asked. */
export function useApproveCertificate() {
  return useAct({
    run: ({ id, hash, encoded_cert }: Target & { hash: string; encoded_cert: string }) =>
      upstream("POST /connections/{connectionId}/certificates", {
        params: { connectionId: id },
        body: { hash, encoded_cert },
      }),
    done: () => "Certificate approved",
    failed: () => "Certificate not approved",
    quiet: true,
  });
}

export function useRevokeCertificate() {
  return useAct({
    run: ({ id, hash }: Target & { hash: string }) =>
      upstream("DELETE /connections/{connectionId}/certificates/{hash}", {
        params: { connectionId: id, hash },
      }),
    done: () => "Certificate revoked",
    failed: () => "Certificate not revoked",
    quiet: true,
  });
}
