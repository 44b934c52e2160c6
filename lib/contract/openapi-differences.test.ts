import { describe, expect, test } from "vitest";
import { differences, matchesPointer } from "@/lib/contract/openapi-differences";
import { operations } from "@/lib/contract/table";

describe("the list of differences", () => {
  test("names an operation of the table, a pointer and a reason in each entry", () => {
    const bad = differences.filter(
      ({ operation, pointer, reason }) =>
        !(operations as string[]).includes(operation) ||
        !pointer.startsWith("/") ||
        !/^[A-Z].{15,}\.$/.test(reason),
    );
    expect(differences.length).toBeGreaterThan(0);
    expect(bad).toEqual([]);
  });

  test("has one entry for each place", () => {
    const places = differences.map(({ operation, pointer }) => `${operation} ${pointer}`);
    expect(places.length).toBe(new Set(places).size);
  });
});

test("a star in a pointer stands for one index or name, not for none or two", () => {
  expect(matchesPointer("/data/items/*/failed_at", "/data/items/17/failed_at")).toBe(true);
  expect(matchesPointer("/data/schemas/*/tables", "/data/schemas/a~1b/tables")).toBe(true);
  expect(matchesPointer("/data/items/*/failed_at", "/data/items/failed_at")).toBe(false);
  expect(matchesPointer("/data/items/*", "/data/items/1/failed_at")).toBe(false);
});
