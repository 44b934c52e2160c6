import fc from "fast-check";
import { expect, test } from "vitest";
import { operations, rowOf } from "@/lib/contract/table";
import { buildPath, fitsPath } from "@/lib/model/path";
import { matchRoute } from "@/lib/sandbox/match-route";

const HOSTILE = [
  "a/b",
  "50%",
  "%2F",
  ";v=1",
  "ümläut",
  "名前",
  "a b",
  "a\\b",
  "a?b#c",
  "...",
  "__proto__",
  "tables",
  "*",
];

test.each(operations)("%s is found by its own path, with any name as parameter", (operation) => {
  const { method, path } = rowOf(operation);
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 30 })), {
        minLength: names.length,
        maxLength: names.length,
      }),
      (values) => {
        fc.pre(values.every(fitsPath));
        const params = Object.fromEntries(names.map((name, at) => [name, values[at] ?? ""]));
        expect(matchRoute(method, buildPath(path, params), true)).toEqual({
          kind: "found",
          operation,
          params,
        });
      },
    ),
    { numRuns: 50 },
  );
});

test.each([
  "/connections/.",
  "/connections/%2e%2e/schemas",
  "/connections//schemas",
  "/connections/a%00",
  "/connections/%ff",
  "//connections",
  "/connection",
])("%s is no address", (path) => expect(matchRoute("GET", path, true)).toEqual({ kind: "none" }));

test("a known address with another verb tells the verbs it has", () => {
  expect(matchRoute("PUT", "/connections/a", true)).toEqual({
    kind: "verb",
    allowed: ["GET", "PATCH", "DELETE"],
  });
});
