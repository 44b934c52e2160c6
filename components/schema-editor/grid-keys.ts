/** What a key does in the grid; by row number, and by cell from 0, -1 for the row itself. */
export type GridCommand =
  | { do: "go"; row: number; cell: number }
  | { do: "open" | "close" | "siblings" | "toggle" | "press" | "all" }
  | { do: "range"; row: number }
  | { do: "type"; letter: string }
  | { do: "nothing" };

export interface KeyPress {
  key: string;
  shift: boolean;
  /** Control, or Command. */
  ctrl: boolean;
  alt: boolean;
}

/** Where the keyboard is. */
export interface GridSpot {
  row: number;
  rows: number;
  cell: number;
  cells: number;
  /** How many rows a page is. */
  page: number;
  /** The row's parent; -1 for none. */
  parent: number;
  /** Null where there is nothing below it. */
  open: boolean | null;
  /** On a control inside a cell, which has keys of its own. */
  control: "button" | "checkbox" | null;
}

/** The treegrid pattern of the WAI-ARIA practices: rows first, then their cells. Null leaves a key to others. */
export function gridCommand(press: KeyPress, spot: GridSpot): GridCommand | null {
  if (press.alt) return null;
  const { key } = press;
  if (press.ctrl && key.toLowerCase() === "a" && !press.shift) return { do: "all" };
  return arrows(press, spot) ?? jumps(press, spot) ?? (press.ctrl ? null : acts(press, spot));
}

function arrows({ key, shift, ctrl }: KeyPress, spot: GridSpot): GridCommand | null {
  if (ctrl) return null;
  switch (key) {
    case "ArrowDown":
      return toRow(spot, spot.row + 1, shift);
    case "ArrowUp":
      return toRow(spot, spot.row - 1, shift);
    case "ArrowRight":
      if (spot.cell < 0 && spot.open === false) return { do: "open" };
      return { do: "go", row: spot.row, cell: Math.min(spot.cells - 1, spot.cell + 1) };
    case "ArrowLeft":
      if (spot.cell >= 0) return { do: "go", row: spot.row, cell: spot.cell - 1 };
      if (spot.open) return { do: "close" };
      return spot.parent < 0 ? { do: "nothing" } : { do: "go", row: spot.parent, cell: -1 };
    default:
      return null;
  }
}

function jumps({ key, shift, ctrl }: KeyPress, spot: GridSpot): GridCommand | null {
  switch (key) {
    case "Home":
      return spot.cell >= 0 && !ctrl ? { do: "go", row: spot.row, cell: 0 } : toRow(spot, 0, shift);
    case "End":
      return spot.cell >= 0 && !ctrl
        ? { do: "go", row: spot.row, cell: spot.cells - 1 }
        : toRow(spot, spot.rows - 1, shift);
    case "PageDown":
      return ctrl ? null : toRow(spot, spot.row + spot.page, shift);
    case "PageUp":
      return ctrl ? null : toRow(spot, spot.row - spot.page, shift);
    default:
      return null;
  }
}

function acts({ key, shift }: KeyPress, spot: GridSpot): GridCommand | null {
  const onName = spot.cell <= 0 && spot.control === null;
  switch (key) {
    case "Enter":
      if (spot.control === "button") return null;
      if (!onName) return { do: "press" };
      return spot.open === null ? { do: "nothing" } : { do: spot.open ? "close" : "open" };
    case " ":
      if (spot.control) return null;
      if (shift) return { do: "range", row: spot.row };
      return onName ? { do: "toggle" } : { do: "press" };
    case "*":
      return { do: "siblings" };
    case "/":
    case "?":
      return null;
    default:
      return [...key].length === 1 ? { do: "type", letter: key } : null;
  }
}

/** To another row in the same column, or up to it with Shift. */
function toRow(spot: GridSpot, wanted: number, shift: boolean): GridCommand {
  const row = Math.max(0, Math.min(spot.rows - 1, wanted));
  return shift ? { do: "range", row } : { do: "go", row, cell: spot.cell };
}
