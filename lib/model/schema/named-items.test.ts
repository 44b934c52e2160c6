import { expect, test } from "vitest";
import { namedColumns, namedTables } from "@/lib/model/schema/named-items";

test("tables and columns are gathered under their schemas, and every name is a key of its own", () => {
  expect(JSON.stringify(namedTables([["a", "t"], ["__proto__", "t"], ["a", "u"], ["a"]]))).toBe(
    '{"a":["t","u"],"__proto__":["t"]}',
  );
  expect(
    JSON.stringify(
      namedColumns([
        ["a", "__proto__", "x"],
        ["a", "__proto__", "y"],
        ["b", "t", "z"],
        ["b", "t"],
      ]),
    ),
  ).toBe(
    '{"schemas":{"a":{"tables":{"__proto__":{"columns":["x","y"]}}},"b":{"tables":{"t":{"columns":["z"]}}}}}',
  );
});
