import { expect, test } from "vitest";
import { countOf, figure, hostOf, listOf, markOf, percentOf } from "@/lib/model/names";

test("a mark is the initials of two words or the first letters of one", () => {
  expect(["stripe", "google_ads", "sql_server_rds", "Northwind Data", "s3", "x"].map(markOf)).toEqual([
    "St",
    "Ga",
    "Ss",
    "Nd",
    "S3",
    "X",
  ]);
});

test("a mark of a name without letters is a dash, and letters beyond 16 bits stay whole", () => {
  expect(markOf("")).toBe("–");
  expect(markOf("<>")).toBe("–");
  expect(markOf("𝒜𝒷c")).toBe("𝒜𝒷");
});

test("figures are grouped and counted", () => {
  expect(figure(1_284)).toBe("1,284");
  expect(countOf(1, "connection")).toBe("1 connection");
  expect(countOf(0, "connection")).toBe("0 connections");
  expect(countOf(5_000, "query", "queries")).toBe("5,000 queries");
});

test("a share is never rounded to all or to none", () => {
  expect(percentOf(1_163, 1_284)).toBe("90.6 %");
  expect(percentOf(1, 1_000_000)).toBe("0.1 %");
  expect(percentOf(999_999, 1_000_000)).toBe("99.9 %");
  expect([percentOf(0, 5), percentOf(5, 5), percentOf(0, 0)]).toEqual(["0 %", "100 %", "0 %"]);
});

test("lists and hosts read as a person writes them", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listOf)).toEqual(["", "a", "a and b", "a, b and c"]);
  expect(hostOf("https://api.fivetran.com/v1")).toBe("api.fivetran.com");
  expect(hostOf("127.0.0.1:4010/v1")).toBe("127.0.0.1:4010");
  expect(hostOf("localhost:4010/v1")).toBe("localhost:4010");
  expect(hostOf("built in")).toBe("built in");
});
