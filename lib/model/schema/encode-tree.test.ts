import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { rounds } from "@/lib/env";
import { joinedBytes } from "@/lib/model/joined-bytes";
import { anyConfig } from "@/lib/model/schema/any-config";
import { buildTree } from "@/lib/model/schema/build-tree";
import { decodeTree } from "@/lib/model/schema/decode-tree";
import { encodeTree } from "@/lib/model/schema/encode-tree";
import { sampleColumn, sampleConfig, sampleTable } from "@/lib/model/schema/sample-config";
import type { SchemaTree } from "@/lib/model/schema/schema-tree";
import { withColumns } from "@/lib/model/schema/with-columns";
import { atOnce } from "@/lib/model/steps";

vi.setConfig({ testTimeout: rounds(30_000, 600_000) });

const bytesOf = (tree: SchemaTree) => atOnce(joinedBytes([...encodeTree(tree)]));

const tree = buildTree(
  sampleConfig({
    public: {
      orders: sampleTable({
        sync_mode: "HISTORY",
        columns: {
          id: sampleColumn({ lock: ["SYSTEM_COLUMN", "A key."] }),
          email: sampleColumn({ hashed: true }),
        },
      }),
      "": sampleTable({ lock: ["DELETED"], name_in_destination: "" }),
    },
    "öffentlich 🚰": {},
  }),
);

describe("encodeTree and decodeTree", () => {
  it("give back the tree they were given", () => {
    expect(decodeTree(bytesOf(tree))).toEqual(tree);
  });

  it("keep what was read of a table's columns", () => {
    const column = { name: "note", name_in_destination: "note_1", enabled: true, hashed: false };
    const answer = {
      schema: "public",
      table: "orders",
      read_at: 1_700_000_000_000,
      columns: [{ ...column, is_primary_key: false, lock: null, is_new: true }],
    };
    const more = withColumns(tree, answer);
    expect(decodeTree(bytesOf(more))).toEqual(more);
  });

  it("hold for any config and from any place in a buffer", () => {
    fc.assert(
      fc.property(anyConfig(), fc.integer({ min: 0, max: 7 }), (config, offset) => {
        const any = buildTree(config);
        const bytes = bytesOf(any);
        const moved = new Uint8Array(bytes.length + offset);
        moved.set(bytes, offset);
        expect(decodeTree(moved.subarray(offset))).toEqual(any);
      }),
      { seed: 1, numRuns: rounds(200, 10_000) },
    );
  });

  it("hold for more columns than one piece has", () => {
    const columns = Object.fromEntries(
      Array.from({ length: 150_000 }, (_, at) => [`c${(at * 7919) % 150_000}`, sampleColumn()]),
    );
    const large = buildTree(
      sampleConfig({ public: { first: sampleTable(), wide: sampleTable({ columns }) } }),
    );
    expect(decodeTree(bytesOf(large)).columns).toEqual(large.columns);
  });

  it("refuse bytes of another form, cut or lengthened", () => {
    const bytes = bytesOf(tree);
    const other = bytes.slice();
    other[3] = 9;
    for (const wrong of [other, bytes.slice(0, -1), bytes.slice(0, 4), new Uint8Array([...bytes, 0])]) {
      expect(() => decodeTree(wrong)).toThrow("another form");
    }
  });
});
