"use client";
import { type KeyboardEvent, useRef } from "react";
import {
  controlIn,
  controlKind,
  focusedCell,
  nodeAt,
  shownCells,
} from "@/components/schema-editor/grid-focus";
import { type GridSpot, gridCommand } from "@/components/schema-editor/grid-keys";
import { nextByName } from "@/components/schema-editor/type-ahead";

/** Letters typed within this time of one another are one word. */
const PAUSE_MS = 700;

export interface GridKeyActs {
  rowOf: (node: number) => number;
  parentOf: (row: number) => number;
  openOf: (row: number) => boolean | null;
  nameAt: (row: number) => string | null;
  goTo: (row: number, cell: number) => void;
  setOpen: (row: number, open: boolean) => void;
  openSiblings: (row: number) => void;
  toggle: (row: number) => void;
  rangeTo: (row: number) => void;
  selectAll: () => void;
}

/** The keyboard of the grid: turns key presses into acts on its rows. */
export function useGridKeys(count: number, page: number, acts: GridKeyActs) {
  const typed = useRef({ letters: "", at: 0 });

  const typeAhead = (letter: string, row: number, cell: number) => {
    const now = performance.now();
    const letters = now - typed.current.at < PAUSE_MS ? typed.current.letters + letter : letter;
    typed.current = { letters, at: now };
    const found = nextByName(letters, row, count, acts.nameAt);
    if (found >= 0) acts.goTo(found, cell);
  };

  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as Element;
    const node = nodeAt(target);
    const row = node < 0 ? -1 : acts.rowOf(node);
    const line = target.closest('[role="row"]');
    if (row < 0 || !line || event.defaultPrevented) return;
    const cells = shownCells(line);
    const cell = focusedCell(line, target);
    const spot: GridSpot = {
      row,
      rows: count,
      cell,
      cells: cells.length,
      page,
      parent: acts.parentOf(row),
      open: acts.openOf(row),
      control: controlKind(target),
    };
    const { key, shiftKey: shift, altKey: alt } = event;
    const command = gridCommand({ key, shift, alt, ctrl: event.ctrlKey || event.metaKey }, spot);
    if (!command) return;
    event.preventDefault();
    switch (command.do) {
      case "go":
        return acts.goTo(command.row, command.cell);
      case "open":
      case "close":
        return acts.setOpen(row, command.do === "open");
      case "siblings":
        return acts.openSiblings(row);
      case "toggle":
        return acts.toggle(row);
      case "range":
        return acts.rangeTo(command.row);
      case "all":
        return acts.selectAll();
      case "type":
        return typeAhead(command.letter, row, cell);
      case "press": {
        const here = cells[cell];
        return (here && (spot.control ? (target as HTMLElement) : controlIn(here)))?.click();
      }
    }
  };
}
