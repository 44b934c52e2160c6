import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether `signature` is the hex HMAC-SHA256 of the bytes, in either case of letters, as Fivetran sends it in
 * `X-Fivetran-Signature-256` (fivetran-api, section 9.2). Takes the same time wherever it differs.
 */
export function signs(signature: string, bytes: Uint8Array, secret: string): boolean {
  if (!/^[0-9a-f]{64}$/i.test(signature)) return false;
  const right = createHmac("sha256", secret).update(bytes).digest();
  return timingSafeEqual(Buffer.from(signature, "hex"), right);
}
