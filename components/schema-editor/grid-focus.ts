/** The row that something in the grid belongs to, by node; -1 for none, as in the head. */
export function nodeAt(target: EventTarget | null): number {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-node]") : null;
  return row ? Number(row.dataset.node) : -1;
}

export function rowElement(body: HTMLElement | null, node: number): HTMLElement | null {
  return body?.querySelector<HTMLElement>(`[data-node="${node}"]`) ?? null;
}

/** The cells that the width of the grid shows. */
export function shownCells(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('[role="gridcell"]')].filter((cell) => cell.offsetWidth > 0);
}

/** The one control of a cell; the name's cell is more than its controls and takes the focus itself. */
export function controlIn(cell: HTMLElement): HTMLElement | null {
  const controls = cell.querySelectorAll<HTMLElement>(
    "button:not([aria-hidden], :disabled), input:not(:disabled)",
  );
  return cell.getAttribute("aria-colindex") === "1" && !cell.hasAttribute("aria-colspan")
    ? null
    : (controls[0] ?? null);
}

/** Focuses a row, or a cell of it: its control where it has one. Scrolling is the grid's own. */
export function focusSpot(row: HTMLElement, cell: number): void {
  const target = cell < 0 ? undefined : shownCells(row)[cell];
  if (!target) {
    row.focus({ preventScroll: true });
    return;
  }
  const control = controlIn(target);
  if (!control) target.tabIndex = -1;
  (control ?? target).focus({ preventScroll: true });
}

/** In which of the shown cells the focus is; -1 for the row itself. */
export function focusedCell(row: Element, target: Element): number {
  return shownCells(row).findIndex((cell) => cell.contains(target));
}

export function controlKind(target: Element): "button" | "checkbox" | null {
  if (target instanceof HTMLButtonElement) return "button";
  return target instanceof HTMLInputElement ? "checkbox" : null;
}
