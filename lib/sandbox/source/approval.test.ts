import { expect, test } from "vitest";
import { Certificate, Fingerprint } from "@/lib/model/approval";
import {
  approvalId,
  approveCertificate,
  approveFingerprint,
  findApproval,
} from "@/lib/sandbox/source/approval";
import { certificateChainOf } from "@/lib/sandbox/source/certificate";
import { hostKeyOf } from "@/lib/sandbox/source/host-key";

const approver = { at: "2026-06-29T08:00:00Z", by: "prudent_user" };
const key = hostKeyOf({ seed: 1, host: "bastion.example.com", port: 22, generation: 0 });
const [certificate] = certificateChainOf({ seed: 1, host: "db.example.com", generation: 0 });

test("an approval's id is the Base64URL of its hash, as in the OpenAPI document's example", () => {
  expect(approvalId("connector certificate hash")).toBe("Y29ubmVjdG9yIGNlcnRpZmljYXRlIGhhc2g");
});

test("an approved host key is recorded with who approved it and when", () => {
  const approved = approveFingerprint(key, approver);
  expect(Fingerprint.parse(approved)).toEqual({
    id: approvalId(key.hash),
    hash: key.hash,
    public_key: key.public_key,
    validated_date: approver.at,
    validated_by: approver.by,
  });
});

test("an approved certificate shows the facts that the failed test showed", () => {
  if (!certificate) throw new Error("The chain is empty.");
  const { encoded_cert, ...facts } = certificate;
  const approved = approveCertificate({ hash: facts.hash, encoded_cert }, approver);
  expect(Certificate.parse(approved)).toMatchObject({
    ...facts,
    id: approvalId(facts.hash),
    validated_by: approver.by,
  });
});

test("text that is no certificate is recorded all the same", () => {
  const approved = approveCertificate({ hash: "jhgfJfgrI6yy...", encoded_cert: "encoded_cert" }, approver);
  expect(Certificate.parse(approved).hash).toBe("jhgfJfgrI6yy...");
});

test("an approval is found by its id and by its plain hash, and by nothing else", () => {
  const approved = [approveFingerprint(key, approver)];
  expect(findApproval(approved, approvalId(key.hash))).toBe(approved[0]);
  expect(findApproval(approved, key.hash)).toBe(approved[0]);
  expect(findApproval(approved, key.hash.slice(1))).toBeUndefined();
});
