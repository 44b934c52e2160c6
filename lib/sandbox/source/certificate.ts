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
import { remembered } from "@/lib/sandbox/source/remembered";
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

export interface TlsServer {
  seed: number;
  host: string;
  /** Grows when the server changes its certificate; its authority is another one then, too. */
  generation: number;
}

/**
 * The TLS chain a database server shows, its own certificate first, then the private authority that signed it; both
 * real and checkable, the same for the same host, different for each generation. Nothing anchors the chain, so that
 * somebody has to approve one of the two.
 */
export const certificateChainOf = remembered(
  10_000,
  ({ seed, host: spelled, generation }: TlsServer): ServerCertificate[] => {
    const host = spelled.toLowerCase();
    const organisation = organisationOf(host);
    const authority = authorityOf({ seed, organisation, generation });
    const words = ["certificate", "server", seed, host, generation];
    const own = issue({
      words,
      subject: { common: host.slice(0, 64), organisation },
      issuer: authority.name,
      from: startOf(generation),
      years: 2,
      publicKey: seededKey(words).publicKey,
      extensions: [hostNames(host)],
      signer: authority.key.privateKey,
    });
    return [own, authority.certificate];
  },
);

const authorityOf = remembered(
  1_000,
  ({ seed, organisation, generation }: { seed: number; organisation: string; generation: number }) => {
    const words = ["certificate", "authority", seed, organisation, generation];
    const key = seededKey(words);
    const name = { common: `${organisation} Internal Root CA`.slice(0, 64), organisation };
    const certificate = issue({
      words,
      subject: name,
      issuer: name,
      from: startOf(generation),
      years: 10,
      publicKey: key.publicKey,
      extensions: [isAuthority()],
      signer: key.privateKey,
    });
    return { key, name, certificate };
  },
);

function startOf(generation: number): Date {
  return new Date(Date.UTC(2025, 0, 15) + generation * 30 * DAY);
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

function issue(parts: {
  words: readonly (string | number)[];
  issuer: Name;
  subject: Name;
  from: Date;
  years: number;
  publicKey: KeyObject;
  extensions: readonly Buffer[];
  signer: KeyObject;
}): ServerCertificate {
  const serial = Buffer.from(seededBytes([...parts.words, "serial"], 16));
  // A serial number is positive and has no leading zero byte.
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const until = new Date(parts.from.getTime() + parts.years * 365 * DAY);
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    ED25519,
    distinguished(parts.issuer),
    sequence(time(parts.from), time(until)),
    distinguished(parts.subject),
    parts.publicKey.export({ format: "der", type: "spki" }),
    der(0xa3, sequence(...parts.extensions)),
  );
  const bytes = sequence(body, ED25519, bitString(sign(null, body, parts.signer)));
  return {
    hash: createHash("sha256").update(bytes).digest("base64"),
    encoded_cert: bytes.toString("base64"),
    ...factsOf(bytes, `CN=${parts.subject.common}, O=${parts.subject.organisation}`, parts.publicKey),
  };
}

function distinguished(name: Name): Buffer {
  const part = (id: string, value: string) => set(sequence(oid(id), text(value)));
  return sequence(part(ORGANISATION, name.organisation), part(COMMON_NAME, name.common));
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
