import "server-only";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { fivetran } from "@/lib/fivetran/client";
import type { KeptSecret } from "@/lib/model/webhook-console";

/** The last part of a webhook's address: who does not know it is not even asked for a signature. */
export const newToken = (): string => randomBytes(24).toString("base64url");

export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

const PATH = "/api/webhooks/fivetran/";

/** The address that Fivetran is given; `origin` is where it reaches this console. */
export const addressOf = (origin: string, token: string): string => `${origin}${PATH}${token}`;

/** The hash of the token in an address that could be ours; null for any other. */
export function hashInAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { pathname } = new URL(address);
  const token = pathname.startsWith(PATH) ? pathname.slice(PATH.length) : "";
  return /^[\w-]{32}$/.test(token) ? tokenHash(token) : null;
}

/**
 * The secret of a webhook. It is made of a kept number and the secret of Fivetran's key, which every instance has and
 * the database has not: a copy of the database signs nothing.
 */
export function secretOf({ nonce }: Pick<KeptSecret, "nonce">): string {
  return createHmac("sha256", fivetran().config.secret).update(`headgate webhook ${nonce}`).digest("hex");
}

const checkOf = (secret: string): string => createHash("sha256").update(secret).digest("hex").slice(0, 16);

export function newSecret(now: number): KeptSecret {
  const nonce = randomBytes(24).toString("base64url");
  const check = checkOf(secretOf({ nonce }));
  return { nonce, check, made_at: now, state: "sending", seen_at: null };
}

/** Whether the secret can no longer be told, because the key's own secret is another one since. */
export const isLost = (kept: KeptSecret): boolean => checkOf(secretOf(kept)) !== kept.check;
