import { X509Certificate } from "node:crypto";
import type { Certificate, Fingerprint } from "@/lib/model/approval";
import { factsOf } from "@/lib/sandbox/source/certificate";

/** Who approved something and when, RFC 3339. */
export interface Approver {
  at: string;
  by: string;
}

/** The id of an approved item: Base64URL of the text of its hash (OpenAPI: CertificateDetailsResponse). */
export function approvalId(hash: string): string {
  return Buffer.from(hash, "utf8").toString("base64url");
}

/** The record of an approved SSH host key. */
export function approveFingerprint(
  item: { hash: string; public_key: string },
  { at, by }: Approver,
): Fingerprint {
  const { hash, public_key } = item;
  return { id: approvalId(hash), hash, public_key, validated_date: at, validated_by: by };
}

/**
 * The record of an approved certificate. Like the real API as clients use it, this takes any text for `encoded_cert`
 * (the provider's own examples are not certificates); what cannot be read is recorded by its bytes alone and will
 * match no server.
 */
export function approveCertificate(
  item: { hash: string; encoded_cert: string },
  { at, by }: Approver,
): Certificate {
  const bytes = Buffer.from(item.encoded_cert, "base64");
  return {
    id: approvalId(item.hash),
    hash: item.hash,
    ...readFacts(bytes),
    validated_date: at,
    validated_by: by,
  };
}

/** Finds an approved item by its id or, as older clients ask, by its plain hash. */
export function findApproval<A extends { id: string; hash: string }>(
  approved: readonly A[],
  idOrHash: string,
): A | undefined {
  return approved.find(({ id }) => id === idOrHash) ?? approved.find(({ hash }) => hash === idOrHash);
}

function readFacts(bytes: Buffer) {
  try {
    const { subject, publicKey } = new X509Certificate(bytes);
    return factsOf(bytes, subject.split("\n").reverse().join(", "), publicKey);
  } catch {
    return factsOf(bytes, "Unreadable certificate", null);
  }
}
