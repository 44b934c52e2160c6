import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { buildPath, fitsPath } from "@/lib/model/path";

const template = "/connections/{connectionId}/schemas/{schema}/tables/{table}/columns";

test("each parameter is one encoded segment", () => {
  expect(buildPath(template, { connectionId: "a_b", schema: "x/y", table: "50%;ü" })).toBe(
    "/connections/a_b/schemas/x%2Fy/tables/50%25%3B%C3%BC/columns",
  );
});

test.each([".", "..", "", "a\0b", "\ud800"])("the name %j is refused and named in the error", (table) => {
  const build = () => buildPath(template, { connectionId: "a", schema: "s", table });
  expect(build).toThrow(AppError);
  expect(build).toThrow(/table/);
});

test("a URL parser gives back every name that fits, and never another endpoint", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (table) => {
      fc.pre(fitsPath(table));
      const path = new URL(buildPath(template, { connectionId: "c", schema: "s", table }), "http://h")
        .pathname;
      expect(path.split("/").map(decodeURIComponent)).toEqual([
        "",
        "connections",
        "c",
        "schemas",
        "s",
        "tables",
        table,
        "columns",
      ]);
    }),
  );
});
