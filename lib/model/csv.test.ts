import fc from "fast-check";
import { expect, test } from "vitest";
import { toCsv } from "@/lib/model/csv";

const body = (text: string) =>
  toCsv(["h"], [[text]])
    .slice(1)
    .split("\r\n")
    .slice(1, -1)
    .join("\r\n");

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200B=1", "\uFF1D1", "|x", "%x"])(
  "%j cannot run as a formula",
  (text) => {
    expect(body(text).replace(/^"/, "").startsWith("'")).toBe(true);
  },
);

test("commas, quotes and line ends stay inside one cell", () => {
  expect(body('a,"b"\nc')).toBe('"a,""b""\nc"');
});

test("plain names, numbers, nothing and yes or no are written as they are", () => {
  expect(toCsv(["a", "b", "c", "d"], [["orders", -5, null, true]])).toBe(
    "\uFEFFa,b,c,d\r\norders,-5,,true\r\n",
  );
});

test("whatever a name holds, a reader gets it back, at most an apostrophe longer", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (left, right) => {
      const [x, y] = readRow(toCsv(["l", "r"], [[left, right]]).slice("\uFEFFl,r\r\n".length));
      expect([left, `'${left}`]).toContain(x);
      expect([right, `'${right}`]).toContain(y);
    }),
  );
});

function readRow(line: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at < line.length) {
    let value = "";
    if (line[at] === '"') {
      for (at++; line[at] !== '"' || line[at + 1] === '"'; at++) {
        if (line[at] === '"') at++;
        value += line[at];
      }
      at++;
    } else while (line[at] !== "," && !(line[at] === "\r" && line[at + 1] === "\n")) value += line[at++];
    cells.push(value);
    if (line[at] === "\r") break;
    at++;
  }
  return cells;
}
