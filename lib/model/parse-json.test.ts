import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { rounds } from "@/lib/env";
import { jsonPieces } from "@/lib/model/json-pieces";
import { parseJson } from "@/lib/model/parse-json";
import { atOnce } from "@/lib/model/steps";

vi.setConfig({ testTimeout: rounds(30_000, 1_200_000) });

const runs = { seed: 42, numRuns: rounds(100, 10_000) };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (value: unknown) => Buffer.concat(atOnce(jsonPieces(value))).toString();
const long = "x".repeat(70_000);

/** Values some of which are longer than what is parsed in one step, under every name. */
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(long, { [long]: long }, Array(9_000).fill({ a: [1] }))),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constantFrom("__proto__", "a", "é\u0000")), tie("value"), {
      maxKeys: 4,
    }),
  ),
})).value;

describe("JSON in pieces", () => {
  test("is what JSON.parse makes of it", () => {
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1), (one, space) => {
        const text = JSON.stringify(one, null, space);
        // By their text: to compare all that is in them takes ten times as long.
        expect(JSON.stringify(atOnce(parseJson(bytesOf(text))), null, space)).toBe(text);
      }),
      runs,
    );
  });

  test("is what JSON.stringify writes", () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(textOf(one)).toBe(JSON.stringify(one));
      }),
      runs,
    );
  });

  test.each([65_535, 65_536, 131_071])("keeps the two halves of a character together at %d", (before) => {
    for (const after of ["\u{1f6b0}", "\ud83d", "\udeb0", "\ud83d\ud83d\udeb0"]) {
      const one = `${"x".repeat(before)}${after}${long}`;
      expect(textOf([one])).toBe(JSON.stringify([one]));
    }
  });

  test("leaves out what is undefined, as JSON.stringify does", () => {
    const one = { a: undefined, b: [undefined, { c: undefined, d: 1 }], e: {} };
    expect(textOf(one)).toBe(JSON.stringify(one));
  });

  test.each([
    ["cut off", `[${JSON.stringify(long)},`],
    ["with more after it", `[${JSON.stringify(long)}] 1`],
    ["with a comma too many", `[${JSON.stringify(long)},]`],
    ["without a colon", `{"a" ${JSON.stringify(long)}}`],
    ["closed by the other bracket", `[${JSON.stringify(long)}}`],
    ["with a key that is no text", `{1:${JSON.stringify(long)}}`],
    ["not begun", " ".repeat(70_000)],
  ])("%s is a SyntaxError", (_, text) => {
    expect(() => atOnce(parseJson(bytesOf(text)))).toThrow(SyntaxError);
  });

  test("a name that stands twice has its last value, and a nest of any depth is read", () => {
    const twice = `{"a":1,"b":${JSON.stringify(long)},"a":2}`;
    expect(atOnce(parseJson(bytesOf(twice)))).toEqual(JSON.parse(twice));
    const nest = "[".repeat(80_000) + "]".repeat(80_000);
    expect(Array.isArray(atOnce(parseJson(bytesOf(nest))))).toBe(true);
  });

  test("takes many steps for a long text", () => {
    const text = JSON.stringify({ list: Array.from({ length: 50_000 }, (_, at) => ({ at })) });
    const steps = parseJson(bytesOf(text));
    let count = 0;
    while (!steps.next().done) count += 1;
    expect(count).toBeGreaterThan(5);
  });
});
