import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { operations, rowOf } from "@/lib/contract/table";
import { AppError } from "@/lib/errors";
import { matchRow } from "@/lib/fivetran/match-row";
import { targetOf } from "@/lib/fivetran/target";
import { fitsPath } from "@/lib/model/path";

const codeOf = (method: string, path: string): string => {
  try {
    return matchRow(method, path).operation;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

test("every row but the older spellings and those of the server alone is found by its own path", () => {
  for (const operation of operations) {
    const row = rowOf(operation);
    const path = row.path.replace(/\{[^}]+\}/g, "x");
    expect([operation, codeOf(row.method, path)]).toEqual([
      operation,
      row.legacy || !row.proxied ? expect.stringMatching(/^not_(found|allowed)$/) : operation,
    ]);
  }
});

test("whatever name goes into a path comes out of it unchanged", () => {
  const name = fc.string({ unit: "binary", minLength: 1, maxLength: 40 }).filter(fitsPath);
  fc.assert(
    fc.property(name, name, name, (connectionId, schema, table) => {
      const params = { connectionId, schema, table };
      const match = matchRow("GET", targetOf(rowOf("connection_column_config"), params));
      expect(match).toMatchObject({ operation: "connection_column_config", params });
    }),
  );
});

describe("what is not in the table is refused", () => {
  test.each([
    ["GET", "/users", "not_found"],
    ["GET", "", "invalid"],
    ["GET", "/connections/", "invalid"],
    ["GET", "/connections//sync", "invalid"],
    ["GET", "/connections/a/../groups", "invalid"],
    ["GET", "/connections/%2e%2e", "invalid"],
    ["GET", "/connections/%2E", "invalid"],
    ["GET", "/connections/a%00b", "invalid"],
    ["GET", "/connections/%zz", "invalid"],
    ["GET", "/%63onnections", "not_found"],
    ["PUT", "/connections/a", "not_allowed"],
    ["DELETE", "/connections", "not_allowed"],
    ["POST", "/connections/a/force", "not_found"],
  ])("%s %s", (method, path, code) => {
    expect(codeOf(method, path)).toBe(code);
  });

  test("by the name of the verbs that the address does take", () => {
    expect(() => matchRow("PUT", "/connections/a")).toThrow("it takes GET, PATCH, DELETE");
  });
});

test("a name is decoded once", () => {
  expect(matchRow("GET", "/connections/a%252Fb").params).toEqual({ connectionId: "a%2Fb" });
});
