import type { SetupTest } from "@/lib/model/setup-test";

/** An SSH host key that a setup test met and nobody has approved yet. */
export interface FingerprintRequest {
  kind: "fingerprint";
  hash: string;
  public_key: string;
  type: string | null;
  name: string | null;
}

/** A TLS certificate that a setup test met and nobody has approved yet. */
export interface CertificateRequest {
  kind: "certificate";
  hash: string;
  encoded_cert: string;
  type: string | null;
  name: string | null;
  sha1: string | null;
  sha256: string | null;
}

export type ApprovalRequest = FingerprintRequest | CertificateRequest;

/**
 * The host keys and certificates that a failed setup test asks to approve. Its `details` may be an object, an
 * array or a string of JSON (D: tutorials/get-connector-fingerprint-details); anything else asks for nothing.
 */
export function approvalRequests(test: Pick<SetupTest, "status" | "details">): ApprovalRequest[] {
  if (test.status !== "FAILED") return [];
  const seen = new Map<string, ApprovalRequest>();
  for (const request of read(test.details, 0)) seen.set(`${request.kind} ${request.hash}`, request);
  return [...seen.values()];
}

// Chains come wrapped once or twice; deeper nesting is not a shape anyone has seen.
function read(details: unknown, depth: number): ApprovalRequest[] {
  if (depth > 3) return [];
  if (typeof details === "string") {
    const parsed = parse(details);
    return parsed === undefined ? [] : read(parsed, depth + 1);
  }
  if (Array.isArray(details)) return details.flatMap((item) => read(item, depth + 1));
  if (typeof details !== "object" || details === null) return [];
  const request = requestOf(details);
  return request
    ? [request]
    : Object.values(details).flatMap((item) => (typeof item === "object" ? read(item, depth + 1) : []));
}

function requestOf(item: object): ApprovalRequest | undefined {
  const facts = new Map(Object.entries(item));
  const text = (name: string) => {
    const value: unknown = facts.get(name);
    return typeof value === "string" && value !== "" ? value : null;
  };
  const hash = text("hash");
  if (hash === null) return undefined;
  const encoded_cert = text("encoded_cert");
  const public_key = text("public_key");
  const about = { hash, type: text("type"), name: text("name") };
  if (encoded_cert !== null) {
    return { kind: "certificate", ...about, encoded_cert, sha1: text("sha1"), sha256: text("sha256") };
  }
  return public_key === null ? undefined : { kind: "fingerprint", ...about, public_key };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a pasted key or fingerprint is this one; blanks, a `SHA256:` prefix, colons and a comment do not matter. */
export function sameKey(request: ApprovalRequest, pasted: string): boolean {
  const known = [request.hash, request.kind === "fingerprint" ? request.public_key : request.encoded_cert];
  if (request.kind === "certificate") {
    if (request.sha1) known.push(request.sha1);
    if (request.sha256) known.push(request.sha256);
  }
  const wanted = bare(pasted);
  return (
    wanted.length >= 16 &&
    known.some((value) => bare(value) === wanted || bare(value) === hexAsBase64(wanted))
  );
}

function bare(text: string): string {
  const words = text
    .replace(/-----(BEGIN|END) CERTIFICATE-----/g, "")
    .trim()
    .split(/\s+/);
  const algorithm = /^(ssh|ecdsa|sk)-/.test(words[0] ?? "");
  const core = algorithm
    ? (words[1] ?? "")
    : words.length === 1 || !/^SHA256:/i.test(words[0] ?? "")
      ? words.join("")
      : (words[0] ?? "");
  const plain = core.replace(/^SHA256:/i, "").replace(/=+$/, "");
  return /^[0-9a-f:]+$/i.test(plain) && plain.includes(":")
    ? plain.replaceAll(":", "").toLowerCase()
    : hexLower(plain);
}

function hexLower(text: string): string {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(text) ? text.toLowerCase() : text;
}

function hexAsBase64(text: string): string {
  if (!/^[0-9a-f]{64}$/.test(text)) return text;
  const bytes = text.match(/../g)?.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))) ?? [];
  return btoa(bytes.join("")).replace(/=+$/, "");
}
