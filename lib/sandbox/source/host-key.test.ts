import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hostKeyOf } from "@/lib/sandbox/source/host-key";

const server = { seed: 1, host: "bastion.shop.example.com", port: 22, generation: 0 };
const many = Array.from({ length: 60 }, (_, index) =>
  hostKeyOf({ ...server, host: `host-${index}.example.com` }),
);

function fieldsOf(public_key: string): Buffer[] {
  const blob = Buffer.from(public_key.split(" ")[1] ?? "", "base64");
  const fields: Buffer[] = [];
  for (let at = 0; at < blob.length; ) {
    const length = blob.readUInt32BE(at);
    fields.push(blob.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  expect(Buffer.concat(fields).length + fields.length * 4).toBe(blob.length);
  return fields;
}

test("a host key is the same for the same server and another for each generation, host, port and seed", () => {
  expect(hostKeyOf({ ...server })).toEqual(hostKeyOf(server));
  expect(hostKeyOf({ ...server, host: "BASTION.shop.example.com" }).hash).toBe(hostKeyOf(server).hash);
  const others = [{ generation: 1 }, { generation: 2 }, { host: "other" }, { port: 2222 }, { seed: 2 }];
  const hashes = others.map((change) => hostKeyOf({ ...server, ...change }).hash);
  expect(new Set([hostKeyOf(server).hash, ...hashes]).size).toBe(others.length + 1);
});

test("both key types occur, each in the SSH wire form that its name says", () => {
  expect(new Set(many.map(({ type }) => type))).toEqual(new Set(["ssh-ed25519", "ssh-rsa"]));
  for (const { type, public_key } of many) {
    const [name, ...rest] = fieldsOf(public_key);
    expect(name?.toString()).toBe(type);
    if (type === "ssh-ed25519") {
      expect(rest.map(({ length }) => length)).toEqual([32]);
    } else {
      expect(rest[0]).toEqual(Buffer.from([1, 0, 1]));
      expect(rest[1]?.length).toBe(385);
      expect(rest[1]?.[0]).toBe(0);
      expect((rest[1]?.[1] ?? 0) & 0x80).toBe(0x80);
    }
  }
});

test("the hash is the SHA-256 of the key, whatever the host is called", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 65_535 }), (host, port) => {
      const key = hostKeyOf({ seed: 7, host, port, generation: 0 });
      const blob = Buffer.from(key.public_key.split(" ")[1] ?? "", "base64");
      expect(`${key.hash}=`).toBe(createHash("sha256").update(blob).digest("base64"));
    }),
    { numRuns: 50 },
  );
});

test("the hashes are those that `ssh-keygen -lf` printed for the same keys", () => {
  const hashOf = (host: string) => hostKeyOf({ seed: 1, host, port: 22, generation: 0 }).hash;
  expect(hashOf("host-0")).toBe("zPbPYjAy3FHOaFceTGUpf6IcZbNuSsncmh46FqBVtbc");
  expect(hashOf("host-2")).toBe("grJM3gg/VW+ztmosZrwE/FxM4iXkIgwpTjdVCfOvjqs");
});
