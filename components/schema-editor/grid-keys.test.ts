import { describe, expect, test } from "vitest";
import { type GridSpot, gridCommand, type KeyPress } from "@/components/schema-editor/grid-keys";

const ROW: GridSpot = {
  row: 10,
  rows: 100,
  cell: -1,
  cells: 6,
  page: 20,
  parent: 4,
  open: null,
  control: null,
};
const plain: Omit<KeyPress, "key"> = { shift: false, ctrl: false, alt: false };

const press = (key: string, spot: Partial<GridSpot> = {}, keys: Partial<KeyPress> = {}) =>
  gridCommand({ ...plain, key, ...keys }, { ...ROW, ...spot });
const go = (row: number, cell = -1) => ({ do: "go", row, cell });

describe("on a row", () => {
  test("Right opens a closed one and goes into an open one or a leaf", () => {
    expect(press("ArrowRight", { open: false })).toEqual({ do: "open" });
    expect(press("ArrowRight", { open: true })).toEqual(go(10, 0));
    expect(press("ArrowRight")).toEqual(go(10, 0));
  });

  test("Left closes an open one, goes to the parent of any other and stays on one without", () => {
    expect(press("ArrowLeft", { open: true })).toEqual({ do: "close" });
    expect(press("ArrowLeft", { open: false })).toEqual(go(4));
    expect(press("ArrowLeft", { parent: -1 })).toEqual({ do: "nothing" });
  });

  test("Up, Down, the page keys, Home and End move between rows and stop at the ends", () => {
    expect(press("ArrowDown")).toEqual(go(11));
    expect(press("ArrowUp", { row: 0 })).toEqual(go(0));
    expect(press("PageDown", { row: 90 })).toEqual(go(99));
    expect(press("PageUp")).toEqual(go(0));
    expect(press("Home")).toEqual(go(0));
    expect(press("End")).toEqual(go(99));
    expect(press("Home", {}, { ctrl: true })).toEqual(go(0));
    expect(press("End", {}, { ctrl: true })).toEqual(go(99));
  });

  test("Enter opens and closes, and does nothing to a leaf", () => {
    expect(press("Enter", { open: false })).toEqual({ do: "open" });
    expect(press("Enter", { open: true })).toEqual({ do: "close" });
    expect(press("Enter")).toEqual({ do: "nothing" });
  });

  test("Space selects, with Shift as far as here, and the arrows with Shift take rows along", () => {
    expect(press(" ")).toEqual({ do: "toggle" });
    expect(press(" ", {}, { shift: true })).toEqual({ do: "range", row: 10 });
    expect(press("ArrowDown", {}, { shift: true })).toEqual({ do: "range", row: 11 });
    expect(press("ArrowUp", {}, { shift: true })).toEqual({ do: "range", row: 9 });
    expect(press("End", {}, { shift: true, ctrl: true })).toEqual({ do: "range", row: 99 });
    expect(press("a", {}, { ctrl: true })).toEqual({ do: "all" });
  });

  test("letters look for a name and an asterisk opens all siblings", () => {
    expect(press("c")).toEqual({ do: "type", letter: "c" });
    expect(press("Ж", {}, { shift: true })).toEqual({ do: "type", letter: "Ж" });
    expect(press("*", {}, { shift: true })).toEqual({ do: "siblings" });
  });
});

describe("in a cell", () => {
  test("Left and Right go from cell to cell, and Left from the first back to the row", () => {
    expect(press("ArrowRight", { cell: 2 })).toEqual(go(10, 3));
    expect(press("ArrowRight", { cell: 5 })).toEqual(go(10, 5));
    expect(press("ArrowLeft", { cell: 1, open: true })).toEqual(go(10, 0));
    expect(press("ArrowLeft", { cell: 0, open: true })).toEqual(go(10, -1));
  });

  test("Up and Down stay in the column, Home and End in the row, with Control they do not", () => {
    expect(press("ArrowDown", { cell: 2 })).toEqual(go(11, 2));
    expect(press("Home", { cell: 2 })).toEqual(go(10, 0));
    expect(press("End", { cell: 2 })).toEqual(go(10, 5));
    expect(press("Home", { cell: 2 }, { ctrl: true })).toEqual(go(0, 2));
    expect(press("End", { cell: 2 }, { ctrl: true })).toEqual(go(99, 2));
  });

  test("Enter and Space press its control; the name's cell acts as the row", () => {
    expect(press("Enter", { cell: 2 })).toEqual({ do: "press" });
    expect(press(" ", { cell: 2 })).toEqual({ do: "press" });
    expect(press("Enter", { cell: 0, open: false })).toEqual({ do: "open" });
    expect(press(" ", { cell: 0 })).toEqual({ do: "toggle" });
  });

  test("a control keeps the keys it has itself; a checkbox, which has no Enter, is given one", () => {
    expect(press("Enter", { cell: 2, control: "button" })).toBeNull();
    expect(press(" ", { cell: 2, control: "button" })).toBeNull();
    expect(press(" ", { cell: 1, control: "checkbox" })).toBeNull();
    expect(press("Enter", { cell: 1, control: "checkbox" })).toEqual({ do: "press" });
    expect(press("ArrowDown", { cell: 1, control: "checkbox" })).toEqual(go(11, 1));
  });
});

test("what is not the grid's is left to others", () => {
  expect(press("Tab")).toBeNull();
  expect(press("/")).toBeNull();
  expect(press("?")).toBeNull();
  expect(press("z", {}, { ctrl: true })).toBeNull();
  expect(press("ArrowLeft", {}, { alt: true })).toBeNull();
  expect(press("F5")).toBeNull();
});
