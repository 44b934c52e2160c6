import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";

// The fixed PKCS #8 head of an Ed25519 private key, before its 32 bytes (RFC 8410, section 7).
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");

/** As many bytes as asked for, the same for the same words. */
export function seededBytes(words: readonly (string | number)[], length: number): Buffer {
  const blocks: Buffer[] = [];
  for (let index = 0; index * 32 < length; index += 1) {
    blocks.push(
      createHash("sha256")
        .update(JSON.stringify([...words, index]))
        .digest(),
    );
  }
  return Buffer.concat(blocks).subarray(0, length);
}

/** An Ed25519 key pair, the same for the same words. Good for pretending only: whoever knows the words has the key. */
export function seededKey(words: readonly (string | number)[]): {
  privateKey: KeyObject;
  publicKey: KeyObject;
  /** The 32 bytes of the public key. */
  raw: Buffer;
} {
  const der = Buffer.concat([PKCS8_HEAD, seededBytes(words, 32)]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(privateKey);
  return { privateKey, publicKey, raw: publicKey.export({ format: "der", type: "spki" }).subarray(-32) };
}
