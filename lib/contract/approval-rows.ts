import { endpoint } from "@/lib/contract/endpoint";
import { pageQuery } from "@/lib/contract/page-query";
import { Certificate, Fingerprint } from "@/lib/model/approval";
import { page } from "@/lib/model/wire";
import { z } from "@/lib/zod";

const read = { role: "viewer", risk: "read", cost: "all" } as const;
const write = { role: "admin", cost: "all", invalidates: ["approvals"] } as const;
const NewCertificate = z.strictObject({ hash: z.string().min(1), encoded_cert: z.string().min(1) });
const NewFingerprint = z.strictObject({ hash: z.string().min(1), public_key: z.string().min(1) });

// Approvals answer 201: the official Go SDK takes nothing else, whatever the document says.
export const approvalRows = {
  get_connection_certificates_list: endpoint({
    method: "GET",
    path: "/connections/{connectionId}/certificates",
    query: pageQuery,
    response: page(Certificate),
    ...read,
  }),
  approve_connection_certificate: endpoint({
    method: "POST",
    path: "/connections/{connectionId}/certificates",
    body: NewCertificate,
    response: Certificate,
    status: 201,
    risk: "reversible",
    ...write,
  }),
  get_connection_certificate_details: endpoint({
    method: "GET",
    path: "/connections/{connectionId}/certificates/{hash}",
    response: Certificate,
    ...read,
  }),
  revoke_connection_certificate: endpoint({
    method: "DELETE",
    path: "/connections/{connectionId}/certificates/{hash}",
    risk: "destructive",
    ...write,
  }),
  get_connection_fingerprints_list: endpoint({
    method: "GET",
    path: "/connections/{connectionId}/fingerprints",
    query: pageQuery,
    response: page(Fingerprint),
    ...read,
  }),
  approve_connection_fingerprint: endpoint({
    method: "POST",
    path: "/connections/{connectionId}/fingerprints",
    body: NewFingerprint,
    response: Fingerprint,
    status: 201,
    risk: "reversible",
    ...write,
  }),
  get_connection_fingerprint_details: endpoint({
    method: "GET",
    path: "/connections/{connectionId}/fingerprints/{hash}",
    response: Fingerprint,
    ...read,
  }),
  revoke_connection_fingerprint: endpoint({
    method: "DELETE",
    path: "/connections/{connectionId}/fingerprints/{hash}",
    risk: "destructive",
    ...write,
  }),
  get_destination_certificates_list: endpoint({
    method: "GET",
    path: "/destinations/{destinationId}/certificates",
    query: pageQuery,
    response: page(Certificate),
    ...read,
  }),
  approve_destination_certificate: endpoint({
    method: "POST",
    path: "/destinations/{destinationId}/certificates",
    body: NewCertificate,
    response: Certificate,
    status: 201,
    risk: "reversible",
    ...write,
  }),
  get_destination_certificate_details: endpoint({
    method: "GET",
    path: "/destinations/{destinationId}/certificates/{hash}",
    response: Certificate,
    ...read,
  }),
  revoke_destination_certificate: endpoint({
    method: "DELETE",
    path: "/destinations/{destinationId}/certificates/{hash}",
    risk: "destructive",
    ...write,
  }),
  get_destination_fingerprints_list: endpoint({
    method: "GET",
    path: "/destinations/{destinationId}/fingerprints",
    query: pageQuery,
    response: page(Fingerprint),
    ...read,
  }),
  approve_destination_fingerprint: endpoint({
    method: "POST",
    path: "/destinations/{destinationId}/fingerprints",
    body: NewFingerprint,
    response: Fingerprint,
    status: 201,
    risk: "reversible",
    ...write,
  }),
  get_destination_fingerprint_details: endpoint({
    method: "GET",
    path: "/destinations/{destinationId}/fingerprints/{hash}",
    response: Fingerprint,
    ...read,
  }),
  revoke_destination_fingerprint: endpoint({
    method: "DELETE",
    path: "/destinations/{destinationId}/fingerprints/{hash}",
    risk: "destructive",
    ...write,
  }),
};
