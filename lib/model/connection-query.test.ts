import fc from "fast-check";
import { expect, test } from "vitest";
import {
  EMPTY_QUERY,
  filterCount,
  formatQuery,
  NEEDS_PERSON_QUERY,
  parseQuery,
  QUERY_KEYS,
  splitDraft,
  textWords,
  toggleValue,
} from "@/lib/model/connection-query";

test("tokens become alternatives of their key and the rest is text", () => {
  const query = parseQuery('orders health:broken,delayed  Destination:"my lake" health:broken is:historical');
  expect(query.tokens).toEqual({
    health: ["broken", "delayed"],
    service: [],
    destination: ["my lake"],
    schedule: [],
    tag: [],
    is: ["historical"],
  });
  expect(query.text).toBe("orders");
  expect(filterCount(query)).toBe(4);
});

test("an unknown key, a key without a value and a quoted token are searched as text", () => {
  const query = parseQuery('lag:6h health: "health:broken" http://x');
  expect(query.tokens).toEqual(EMPTY_QUERY.tokens);
  expect(textWords(query)).toEqual(["lag:6h", "health:", "health:broken", "http://x"]);
});

test("any query survives being written into an address and read back", () => {
  const value = fc.string({ minLength: 1, unit: "grapheme" });
  const tokens = fc.record(
    Object.fromEntries(QUERY_KEYS.map((key) => [key, fc.uniqueArray(value, { maxLength: 3 })])),
  ) as fc.Arbitrary<typeof EMPTY_QUERY.tokens>;
  fc.assert(
    fc.property(tokens, fc.constantFrom("", "orders", 'two "quoted words"'), (some, text) => {
      expect(parseQuery(formatQuery({ tokens: some, text }))).toEqual({ tokens: some, text });
    }),
  );
});

test("any typed text is read without an error and settles after one rewriting", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      const once = formatQuery(parseQuery(typed));
      expect(formatQuery(parseQuery(once))).toBe(once);
    }),
  );
});

test("toggling a value twice leaves the query as it was", () => {
  const query = parseQuery("health:broken x");
  expect(toggleValue(toggleValue(query, "service", "stripe"), "service", "stripe")).toEqual(query);
  expect(toggleValue(query, "health", "broken").tokens.health).toEqual([]);
});

test("a token is unfinished until a space follows it", () => {
  expect(splitDraft("orders health:bro")).toEqual({ finished: "orders ", unfinished: "health:bro" });
  expect(splitDraft("orders health:broken ")).toEqual({ finished: "orders health:broken ", unfinished: "" });
  expect(splitDraft("orders")).toEqual({ finished: "orders", unfinished: "" });
});

test("what needs a person is broken, delayed and incomplete", () => {
  expect(NEEDS_PERSON_QUERY).toBe("health:broken,delayed,incomplete");
});
