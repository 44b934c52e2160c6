import type { Certificate, Fingerprint } from "@/lib/model/approval";
import type { Handlers } from "@/lib/sandbox/handler";
import { type PageQuery, pageOf } from "@/lib/sandbox/page-of";
import { notFound, type Reply } from "@/lib/sandbox/reply";
import {
  type Approver,
  approveCertificate,
  approveFingerprint,
  findApproval,
} from "@/lib/sandbox/source/approval";
import { wireTime } from "@/lib/sandbox/wire-time";
import type { World } from "@/lib/sandbox/world";

interface Owner {
  fingerprints: Fingerprint[];
  certificates: Certificate[];
}

interface Side {
  /** The word of messages. */
  word: "connection" | "destination";
  find(world: World, id: string): Owner;
  changed(world: World, id: string): void;
}

const CONNECTION: Side = {
  word: "connection",
  find: (world, id) => world.connection(id),
  changed: (world, id) => world.changed(world.connection(id)),
};
const DESTINATION: Side = {
  word: "destination",
  find: (world, id) => world.destination(id),
  changed: (world) => world.changedRest(),
};

interface Kind<A extends { id: string; hash: string }, B> {
  word: "certificate" | "fingerprint";
  list(owner: Owner): A[];
  approve(body: B, approver: Approver): A;
}

const CERTIFICATE: Kind<Certificate, { hash: string; encoded_cert: string }> = {
  word: "certificate",
  list: (owner) => owner.certificates,
  approve: approveCertificate,
};
const FINGERPRINT: Kind<Fingerprint, { hash: string; public_key: string }> = {
  word: "fingerprint",
  list: (owner) => owner.fingerprints,
  approve: approveFingerprint,
};

interface ApprovalCall {
  world: World;
  caller: string;
}

/** The four calls of one kind of approval on one kind of owner. */
function approvals<A extends { id: string; hash: string }, B extends { hash: string }>(
  side: Side,
  kind: Kind<A, B>,
) {
  const title = kind.word === "certificate" ? "Certificate" : "Fingerprint";
  const Owner = side.word === "connection" ? "Connection" : "Destination";
  const find = (owner: Owner, id: string, hash: string): A => {
    const found = findApproval(kind.list(owner), hash);
    if (!found) throw notFound(`${title} with hash '${hash}' not found for ${side.word} with id '${id}'`);
    return found;
  };
  return {
    list: ({ world }: ApprovalCall, id: string, query: PageQuery | undefined) => ({
      message: `${Owner} ${kind.word}s retrieved successfully`,
      data: pageOf(kind.list(side.find(world, id)), query, (item) => item),
    }),
    approve: ({ world, caller }: ApprovalCall, id: string, body: B): Reply<A> => {
      const list = kind.list(side.find(world, id));
      const approved = kind.approve(body, { at: wireTime(world.now()), by: world.nameOf(caller) });
      const known = list.findIndex(({ hash }) => hash === approved.hash);
      if (known >= 0) list.splice(known, 1);
      list.push(approved);
      side.changed(world, id);
      return { message: `The ${kind.word} has been approved.`, data: approved };
    },
    details: ({ world }: ApprovalCall, id: string, hash: string): Reply<A> => ({
      message: `${Owner} ${kind.word} details retrieved successfully`,
      data: find(side.find(world, id), id, hash),
    }),
    revoke: ({ world }: ApprovalCall, id: string, hash: string): Reply<undefined> => {
      const owner = side.find(world, id);
      const list = kind.list(owner);
      list.splice(list.indexOf(find(owner, id, hash)), 1);
      side.changed(world, id);
      return {
        message: `${title} with hash '${hash}' has been revoked for ${side.word} with id '${id}'`,
      };
    },
  };
}

const ofConnection = {
  certificates: approvals(CONNECTION, CERTIFICATE),
  fingerprints: approvals(CONNECTION, FINGERPRINT),
};
const ofDestination = {
  certificates: approvals(DESTINATION, CERTIFICATE),
  fingerprints: approvals(DESTINATION, FINGERPRINT),
};

export const approvalHandlers: Handlers<
  | "get_connection_certificates_list"
  | "approve_connection_certificate"
  | "get_connection_certificate_details"
  | "revoke_connection_certificate"
  | "get_connection_fingerprints_list"
  | "approve_connection_fingerprint"
  | "get_connection_fingerprint_details"
  | "revoke_connection_fingerprint"
  | "get_destination_certificates_list"
  | "approve_destination_certificate"
  | "get_destination_certificate_details"
  | "revoke_destination_certificate"
  | "get_destination_fingerprints_list"
  | "approve_destination_fingerprint"
  | "get_destination_fingerprint_details"
  | "revoke_destination_fingerprint"
> = {
  get_connection_certificates_list: (call) =>
    ofConnection.certificates.list(call, call.params.connectionId, call.query),
  approve_connection_certificate: (call) =>
    ofConnection.certificates.approve(call, call.params.connectionId, call.body),
  get_connection_certificate_details: (call) =>
    ofConnection.certificates.details(call, call.params.connectionId, call.params.hash),
  revoke_connection_certificate: (call) =>
    ofConnection.certificates.revoke(call, call.params.connectionId, call.params.hash),
  get_connection_fingerprints_list: (call) =>
    ofConnection.fingerprints.list(call, call.params.connectionId, call.query),
  approve_connection_fingerprint: (call) =>
    ofConnection.fingerprints.approve(call, call.params.connectionId, call.body),
  get_connection_fingerprint_details: (call) =>
    ofConnection.fingerprints.details(call, call.params.connectionId, call.params.hash),
  revoke_connection_fingerprint: (call) =>
    ofConnection.fingerprints.revoke(call, call.params.connectionId, call.params.hash),
  get_destination_certificates_list: (call) =>
    ofDestination.certificates.list(call, call.params.destinationId, call.query),
  approve_destination_certificate: (call) =>
    ofDestination.certificates.approve(call, call.params.destinationId, call.body),
  get_destination_certificate_details: (call) =>
    ofDestination.certificates.details(call, call.params.destinationId, call.params.hash),
  revoke_destination_certificate: (call) =>
    ofDestination.certificates.revoke(call, call.params.destinationId, call.params.hash),
  get_destination_fingerprints_list: (call) =>
    ofDestination.fingerprints.list(call, call.params.destinationId, call.query),
  approve_destination_fingerprint: (call) =>
    ofDestination.fingerprints.approve(call, call.params.destinationId, call.body),
  get_destination_fingerprint_details: (call) =>
    ofDestination.fingerprints.details(call, call.params.destinationId, call.params.hash),
  revoke_destination_fingerprint: (call) =>
    ofDestination.fingerprints.revoke(call, call.params.destinationId, call.params.hash),
};
