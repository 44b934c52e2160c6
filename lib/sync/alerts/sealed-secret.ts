import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { rememberSecrets } from "@/lib/auth/known-secrets";
import { fivetran } from "@/lib/fivetran/client";

const FORM = "v1";

/** Made of the secret of Fivetran's key, which every instance has and the database has not. */
function keyOf(salt: Buffer): Buffer {
  return Buffer.from(hkdfSync("sha256", fivetran().config.secret, salt, "headgate alert channel", 32));
}

/** A channel's secret as it is kept; bound to its channel, so that it opens in the place of no other. */
export function sealSecret(channel_id: string, secret: string): string {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(salt), nonce).setAAD(Buffer.from(channel_id));
  const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  const parts = [salt, nonce, cipher.getAuthTag(), body];
  return [FORM, ...parts.map((part) => part.toString("base64url"))].join(".");
}

/** The secret again; null where it cannot be read, as the key's own secret is another one since. */
export function openSecret(channel_id: string, sealed: string): string | null {
  const [form, ...parts] = sealed.split(".");
  const [salt, nonce, tag, body] = parts.map((part) => Buffer.from(part, "base64url"));
  if (form !== FORM || !salt || !nonce || !tag || !body) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyOf(salt), nonce, { authTagLength: 16 });
    decipher.setAAD(Buffer.from(channel_id)).setAuthTag(tag);
    const secret = Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    rememberSecrets([secret]);
    return secret;
  } catch {
    return null;
  }
}
