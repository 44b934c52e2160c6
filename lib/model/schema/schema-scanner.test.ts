import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { rounds } from "@/lib/env";
import { anyConfig } from "@/lib/model/schema/any-config";
import { buildTree } from "@/lib/model/schema/build-tree";
import { SchemaScanner } from "@/lib/model/schema/schema-scanner";
import {
  columnName,
  columnsOf,
  destinationAt,
  type SchemaTree,
  schemaCount,
  schemaName,
  tableName,
  tablesOf,
} from "@/lib/model/schema/schema-tree";
import type { SchemaConfig } from "@/lib/model/schema-config";
import { atOnce } from "@/lib/model/steps";

vi.setConfig({ testTimeout: rounds(30_000, 1_200_000) });

const runs = { seed: 7, numRuns: rounds(300, 10_000) };

function scan(bytes: Uint8Array, cuts: readonly number[] = []): SchemaTree {
  const scanner = new SchemaScanner();
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (let index = 1; index < places.length; index += 1) {
    scanner.push(bytes.slice(places[index - 1], places[index]));
  }
  return atOnce(scanner.finish());
}

/** What a tree says, whatever the order of its items: JSON.parse puts names that are numbers first. */
function told(tree: SchemaTree): string[] {
  const lines = [`policy ${tree.schema_change_handling}`];
  const lock = (place: number | undefined) => tree.locks[place ?? 0];
  for (let schema = 0; schema < schemaCount(tree); schema += 1) {
    const path = [schemaName(tree, schema)];
    const label = tree.schemas.label[schema];
    lines.push(JSON.stringify([path, destinationAt(tree, label), tree.schemas.flags[schema]]));
    const [from, to] = tablesOf(tree, schema);
    for (let table = from; table < to; table += 1) {
      const { label, flags, mode } = tree.tables;
      const facts = [destinationAt(tree, label[table]), flags[table], tree.modes[mode[table] ?? 0]];
      const own = [...path, tableName(tree, table)];
      lines.push(JSON.stringify([own, ...facts, lock(tree.tables.lock[table]), tree.tables.schema[table]]));
      const [first, end] = columnsOf(tree, table);
      for (let column = first; column < end; column += 1) {
        const { label, flags } = tree.columns;
        const facts = [destinationAt(tree, label[column]), flags[column], lock(tree.columns.lock[column])];
        lines.push(JSON.stringify([[...own, columnName(tree, column)], ...facts]));
      }
    }
  }
  return lines.map((line) => line.replace(/,\d+\]$/, "]")).sort();
}

const encode = (text: string) => new TextEncoder().encode(text);
const envelope = (config: SchemaConfig, space?: string) =>
  JSON.stringify({ code: "Success", message: "Read \u00e4", data: config }, null, space);

/** The same value with the keys of its objects in another order, unknown ones among them. */
function shuffled(value: unknown, dice: () => number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => shuffled(item, dice));
  const entries = Object.entries(value).map(([key, item]) => [dice(), key, shuffled(item, dice)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => a - b).map(([, key, item]) => [key, item]));
}

const cuts = fc.array(fc.nat(), { maxLength: 12 });

describe("SchemaScanner", () => {
  it("reads what JSON.parse reads, in any order, spacing and cut", () => {
    fc.assert(
      fc.property(
        anyConfig(),
        cuts,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        fc.constantFrom(undefined, " ", "\t\n"),
        (config, at, dice, space) => {
          const any = shuffled(config, () => dice.next().value as number) as SchemaConfig;
          const text = envelope(any, space);
          expect(told(scan(encode(text), at))).toEqual(told(buildTree(JSON.parse(text).data)));
        },
      ),
      runs,
    );
  });

  it("takes one byte at a time", () => {
    fc.assert(
      fc.property(anyConfig(), (config) => {
        const bytes = encode(envelope(config));
        const every = Array.from(bytes, (_, index) => index);
        expect(told(scan(bytes, every))).toEqual(told(buildTree(config)));
      }),
      { ...runs, numRuns: rounds(60, 1_000) },
    );
  });

  it("refuses what JSON.parse refuses", () => {
    const byte = fc.constantFrom(...'{}[]:,"\\tfn01-.e \n\u0001a');
    fc.assert(
      fc.property(
        anyConfig(),
        fc.nat(),
        byte,
        fc.constantFrom("put", "insert", "drop", "cut"),
        cuts,
        (config, where, extra, how, at) => {
          const text = envelope(config);
          const place = where % text.length;
          const after = how === "insert" ? place : how === "cut" ? text.length : place + 1;
          const broken =
            text.slice(0, place) + (how === "put" || how === "insert" ? extra : "") + text.slice(after);
          let tree: SchemaTree | null = null;
          try {
            tree = scan(encode(broken), at);
          } catch {}
          let valid = true;
          try {
            JSON.parse(new TextDecoder().decode(encode(broken)));
          } catch {
            valid = false;
          }
          if (!valid) expect(tree).toBeNull();
        },
      ),
      { ...runs, numRuns: rounds(1_500, 20_000) },
    );
  });

  it("passes over fields it does not know and takes null for empty", () => {
    const text =
      `{"later":[1,{"a":[null]}],"data":{"x":-1.5e3,"schemas":{"s":{"more":{"deep":[[]]},"tables":{"t":{"columns":null,"enabled":true,"enabled_patch_settings":null},"u":null_}}},"schema_change_handling":"ALLOW_ALL"}}`.replace(
        ',"u":null_',
        "",
      );
    const tree = scan(encode(text));
    expect(told(tree)).toHaveLength(3);
    expect(tree.tables.flags[0]).toBe(1);
  });

  it.each([
    ["", "empty"],
    ['{"code":"Success"', "cut off"],
    ['{"code":"Success"}', "holds no data"],
    ['{"data":{"schemas":{}}}', "schema_change_handling is missing"],
    ['{"data":{"schema_change_handling":"X","schemas":{"s":[]}}}', "not an object"],
    ['{"data":{"schema_change_handling":"X","schemas":{"s":{"enabled":"yes"}}}}', "enabled is not a boolean"],
    ["<html></html>", "not JSON"],
  ])("says what is wrong with %j", (text, words) => {
    expect(() => scan(encode(text))).toThrow(words);
  });

  it("keeps code and message of the envelope", () => {
    const scanner = new SchemaScanner();
    scanner.push(encode(envelope({ schema_change_handling: "ALLOW_ALL", schemas: {} })));
    atOnce(scanner.finish());
    expect([scanner.code, scanner.message]).toEqual(["Success", "Read \u00e4"]);
  });
});
