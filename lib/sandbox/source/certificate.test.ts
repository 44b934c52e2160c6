import { createHash, X509Certificate } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { certificateChainOf } from "@/lib/sandbox/source/certificate";

const server = { seed: 1, host: "db.shop.example.com", generation: 0 };
const read = (encoded: string | undefined) => new X509Certificate(Buffer.from(encoded ?? "", "base64"));

test("a chain is the server's certificate signed by a private authority that signed itself", () => {
  const [own, root] = certificateChainOf(server).map(({ encoded_cert }) => read(encoded_cert));
  expect(own?.checkHost("db.shop.example.com")).toBe("db.shop.example.com");
  expect(own?.ca).toBe(false);
  expect(root?.ca).toBe(true);
  expect(root && own?.checkIssued(root)).toBe(true);
  expect(root && own?.verify(root.publicKey)).toBe(true);
  expect(root?.verify(root.publicKey)).toBe(true);
});

test("hash, sha1 and sha256 are those of the certificate's bytes, and the name is its subject", () => {
  for (const item of certificateChainOf(server)) {
    const bytes = Buffer.from(item.encoded_cert, "base64");
    expect(item.hash).toBe(createHash("sha256").update(bytes).digest("base64"));
    expect(item.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(item.sha1).toBe(createHash("sha1").update(bytes).digest("hex"));
    expect(read(item.encoded_cert).subject.split("\n").reverse().join(", ")).toBe(item.name);
    expect(item.type).toBe("TLS");
  }
});

test("another generation changes every certificate of the chain", () => {
  const before = certificateChainOf(server).map(({ hash }) => hash);
  const after = certificateChainOf({ ...server, generation: 1 }).map(({ hash }) => hash);
  expect(after.filter((hash) => before.includes(hash))).toEqual([]);
  expect(certificateChainOf({ ...server }).map(({ hash }) => hash)).toEqual(before);
});

test("any host name gives certificates that can be read and checked", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.nat(40), (host, generation) => {
      const [own, root] = certificateChainOf({ seed: 3, host, generation }).map((item) =>
        read(item.encoded_cert),
      );
      expect(root && own?.verify(root.publicKey)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
