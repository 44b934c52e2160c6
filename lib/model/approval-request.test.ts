import fc from "fast-check";
import { expect, test } from "vitest";
import { type ApprovalRequest, approvalRequests, sameKey } from "@/lib/model/approval-request";

const key = {
  hash: "hSLL2xqHlsGmYoGnHGlHrzZxYvj5EkU+3QqOZ3bq5QE=",
  public_key: "AAAAC3NzaC1lZDI1NTE5AAAAIB",
  type: "ssh-ed25519",
  name: "bastion",
};
const cert = {
  hash: "abcd",
  encoded_cert: "MIIB",
  name: "CN=db",
  type: "X.509",
  sha1: "aa",
  sha256: "bb",
  public_key: "k",
};
const failed = (details: unknown) => approvalRequests({ status: "FAILED", details });

test("a host key is found in an object, an array or a string of JSON", () => {
  for (const details of [key, [key], JSON.stringify(key), { fingerprint: key }]) {
    expect(failed(details)).toEqual([{ kind: "fingerprint", ...key }]);
  }
});

test("each certificate of a chain is its own request, once", () => {
  const found = failed([cert, { ...cert, hash: "ef01" }, cert]);
  expect(found.map((request) => [request.kind, request.hash])).toEqual([
    ["certificate", "abcd"],
    ["certificate", "ef01"],
  ]);
});

test("a test that passed, or details of another kind, ask for nothing", () => {
  expect(approvalRequests({ status: "PASSED", details: key })).toEqual([]);
  fc.assert(fc.property(fc.anything(), (details) => void failed(details)));
  expect(failed("host unknown")).toEqual([]);
  expect(failed({ hash: 7, public_key: "x" })).toEqual([]);
});

test("a pasted key matches in the spellings people have", () => {
  const request: ApprovalRequest = { kind: "fingerprint", ...key };
  const hex = Buffer.from(key.hash, "base64").toString("hex");
  for (const pasted of [
    key.hash,
    `SHA256:${key.hash.replace("=", "")}`,
    `  SHA256:${key.hash} bastion (ED25519)`,
    `ssh-ed25519 ${key.public_key} admin@example`,
    hex.toUpperCase(),
    hex.match(/../g)?.join(":") ?? "",
  ]) {
    expect(sameKey(request, pasted), pasted).toBe(true);
  }
  expect(sameKey(request, "")).toBe(false);
  expect(sameKey(request, key.hash.replace("h", "H"))).toBe(false);
});
