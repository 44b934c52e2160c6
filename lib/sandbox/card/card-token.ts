import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

export interface CardClaims {
  /** The connection. */
  sub: string;
  /** The card, so that a newer one can be told from it. */
  jti: string;
  /** Epoch seconds of the sandbox's clock. */
  iat: number;
  exp: number;
}

const HEADER = encoded({ alg: "HS256", typ: "JWT" });

/** What the tokens of an account are signed with: made once, kept with its state. */
export function newCardKey(): string {
  return randomBytes(32).toString("base64url");
}

/** The claims as a JWT of HS256. Whoever holds it may fill in the connection's settings. */
export function signCard(claims: CardClaims, key: string): string {
  const text = `${HEADER}.${encoded(claims)}`;
  return `${text}.${signatureOf(text, key).toString("base64url")}`;
}

/** The claims of a token that this account signed, whether it is still good or not; null for any other text. */
export function readCard(token: string, key: string): CardClaims | null {
  const [header, claims, signature, ...rest] = token.split(".");
  if (header !== HEADER || !claims || !signature || rest.length > 0) return null;
  const right = signatureOf(`${header}.${claims}`, key);
  const given = Buffer.from(signature, "base64url");
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  return JSON.parse(Buffer.from(claims, "base64url").toString("utf8")) as CardClaims;
}

function signatureOf(text: string, key: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value), "utf8").toString("base64url");
}
