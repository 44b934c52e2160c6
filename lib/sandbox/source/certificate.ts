import { createHash, type KeyObject, sign } from "node:crypto";
import {
  bitString,
  der,
  integer,
  octetString,
  oid,
  sequence,
  set,
  text,
  time,
  truth,
} from "@/lib/sandbox/source/der";
import { seededBytes, seededKey } from "@/lib/sandbox/source/seeded-key";

/** One certificate of a chain as the `details` of a failed test show it (D: tutorials/get-destination-certificate-details). */
export interface ServerCertificate extends CertificateFacts {
  /** Base64 of the SHA-256 of the certificate's bytes. */
  hash: string;
  /** Base64 of the certificate's bytes. */
  encoded_cert: string;
}

export interface CertificateFacts {
  /** Subject, the common name first. */
  name: string;
  type: "TLS";
  sha1: string;
  sha256: string;
  public_key: string;
}

const ED25519 = sequence(oid("1.3.101.112"));
const COMMON_NAME = "2.5.4.3";
const ORGANISATION = "2.5.4.10";
const DAY = 86_400_000;

/**
 * The TLS chain a database server shows, its own certificate first, then the private authority that signed it; both
 * real and checkable, the same for the same host, different for each generation. Nothing anchors the chain, so that
 * somebody has to approve one of the two.
 */
export function certificateChainOf(server: {
  seed: number;
  host: string;
  generation: number;
}): ServerCertificate[] {
  const host = server.host.toLowerCase();
  const words = (role: string) => ["certificate", role, server.seed, host, server.generation];
  const authority = seededKey(words("authority"));
  const own = seededKey(words("server"));
  const organisation = organisationOf(host);
  const from = new Date(Date.UTC(2025, 0, 15) + server.generation * 30 * DAY);
  const root = { common: `${organisation} Internal Root CA`, organisation };

  return [
    {
      subject: { common: host, organisation },
      key: own,
      years: 2,
      extensions: [hostNames(host)],
      role: "server",
    },
    { subject: root, key: authority, years: 10, extensions: [isAuthority()], role: "authority" },
  ].map(({ subject, key, years, extensions, role }) => {
    const bytes = certificate({
      serial: seededBytes([...words(role), "serial"], 16),
      issuer: root,
      subject,
      from,
      until: new Date(from.getTime() + years * 365 * DAY),
      publicKey: key.publicKey,
      extensions,
      signer: authority.privateKey,
    });
    return {
      hash: createHash("sha256").update(bytes).digest("base64"),
      encoded_cert: bytes.toString("base64"),
      ...factsOf(bytes, `CN=${subject.common}, O=${organisation}`, key.publicKey),
    };
  });
}

/** What an approved certificate shows, from its bytes. */
export function factsOf(bytes: Buffer, name: string, publicKey: KeyObject | null): CertificateFacts {
  return {
    name,
    type: "TLS",
    sha1: createHash("sha1").update(bytes).digest("hex"),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    public_key: publicKey ? describe(publicKey) : "",
  };
}

function describe(key: KeyObject): string {
  const spki = key.export({ format: "der", type: "spki" });
  const kind = key.asymmetricKeyType ?? "unknown";
  const bits = key.asymmetricKeyDetails?.modulusLength;
  const value = kind === "ed25519" ? spki.subarray(-32) : spki;
  return `${kind} public key${bits ? `, ${bits} bits` : ""}\n  value: ${value.toString("hex")}`;
}

interface Name {
  common: string;
  organisation: string;
}

function certificate(parts: {
  serial: Buffer;
  issuer: Name;
  subject: Name;
  from: Date;
  until: Date;
  publicKey: KeyObject;
  extensions: readonly Buffer[];
  signer: KeyObject;
}): Buffer {
  const serial = Buffer.from(parts.serial);
  // A serial number is positive and has no leading zero byte.
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    ED25519,
    distinguished(parts.issuer),
    sequence(time(parts.from), time(parts.until)),
    distinguished(parts.subject),
    parts.publicKey.export({ format: "der", type: "spki" }),
    der(0xa3, sequence(...parts.extensions)),
  );
  return sequence(body, ED25519, bitString(sign(null, body, parts.signer)));
}

function distinguished(name: Name): Buffer {
  const part = (id: string, value: string) => set(sequence(oid(id), text(value)));
  return sequence(part(ORGANISATION, name.organisation), part(COMMON_NAME, name.common.slice(0, 64)));
}

function hostNames(host: string): Buffer {
  const ascii = Buffer.from(host, "latin1").subarray(0, 255);
  return sequence(oid("2.5.29.17"), octetString(sequence(der(0x82, ascii))));
}

function isAuthority(): Buffer {
  return sequence(oid("2.5.29.19"), truth(), octetString(sequence(truth())));
}

/** `db.shop.example.com` belongs to "Example": the last label before the public suffix, made a name. */
function organisationOf(host: string): string {
  const label = host.split(".").at(-2) ?? host;
  return label.slice(0, 1).toUpperCase() + label.slice(1, 40);
}
