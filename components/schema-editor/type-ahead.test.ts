import { expect, test } from "vitest";
import { nextByName } from "@/components/schema-editor/type-ahead";

const NAMES = ["orders", "Order_items", null, "payments", "état", "ÉTAGE", "orders_2019", ""];
const find = (typed: string, from: number) =>
  nextByName(typed, from, NAMES.length, (row) => NAMES[row] ?? null);

test("one letter goes on to the next name with it, round the end", () => {
  expect(find("o", 0)).toBe(1);
  expect(find("o", 1)).toBe(6);
  expect(find("o", 6)).toBe(0);
  expect(find("ooo", 0)).toBe(1);
});

test("more letters narrow it down and stay where they fit", () => {
  expect(find("or", 1)).toBe(1);
  expect(find("orders_", 0)).toBe(6);
  expect(find("orders", 1)).toBe(6);
});

test("neither case nor script matters", () => {
  expect(find("É", 3)).toBe(4);
  expect(find("éta", 5)).toBe(5);
  expect(find("P", 0)).toBe(3);
});

test("says so where no name fits, and passes over lines that have none", () => {
  expect(find("x", 0)).toBe(-1);
  expect(nextByName("a", 0, 0, () => null)).toBe(-1);
});
