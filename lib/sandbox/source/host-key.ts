import { createHash } from "node:crypto";
import { dice } from "@/lib/sandbox/source/dice";
import { remembered } from "@/lib/sandbox/source/remembered";
import { seededBytes, seededKey } from "@/lib/sandbox/source/seeded-key";

/** An SSH host key as the `details` of a failed tunnel test show it (D: tutorials/get-connection-fingerprint-details). */
export interface HostKey {
  /** Base64 of the key's SHA-256, as `ssh-keygen -lf` prints it after `SHA256:`. */
  hash: string;
  /** One line as in `authorized_keys`: type, base64, comment. */
  public_key: string;
  type: "ssh-ed25519" | "ssh-rsa";
  name: string;
}

export interface SshServer {
  seed: number;
  host: string;
  port: number;
  /** Grows when the server changes its key. */
  generation: number;
}

/**
 * The host key of an SSH server: the same for all who connect to that host and port, another one for each generation.
 * Ed25519 keys are real ones; RSA keys have the right form and a random modulus.
 */
export const hostKeyOf = remembered(10_000, (server: SshServer): HostKey => {
  const { seed, host, port, generation } = server;
  const words = ["host key", seed, host.toLowerCase(), port, generation];
  const type = dice("host key type", seed, host.toLowerCase(), port).chance(0.7) ? "ssh-ed25519" : "ssh-rsa";
  const blob = type === "ssh-rsa" ? rsaBlob(words) : wire([Buffer.from(type), seededKey(words).raw]);
  const name = `${host}:${port}`;
  return {
    hash: fingerprintOf(blob),
    public_key: `${type} ${blob.toString("base64")} ${name}`,
    type,
    name,
  };
});

/** Base64 of the SHA-256 of an SSH public key, without padding. */
export function fingerprintOf(blob: Buffer): string {
  return createHash("sha256").update(blob).digest("base64").replace(/=+$/, "");
}

function rsaBlob(words: readonly (string | number)[]): Buffer {
  const modulus = Buffer.from(seededBytes(words, 384));
  modulus[0] = (modulus[0] ?? 0) | 0x80;
  modulus[383] = (modulus[383] ?? 0) | 0x01;
  // An mpint whose top bit is set takes a leading zero byte (RFC 4251, section 5).
  return wire([Buffer.from("ssh-rsa"), Buffer.from([1, 0, 1]), Buffer.concat([Buffer.from([0]), modulus])]);
}

/** Length-prefixed strings of the SSH wire format. */
function wire(parts: readonly Buffer[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return [length, part];
    }),
  );
}
