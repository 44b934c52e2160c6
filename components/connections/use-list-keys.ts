"use client";
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";

export interface ListKeys {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Moves the keyboard to a line and brings it into sight. */
  goTo: (line: number) => void;
}

const MOVES = new Set(["ArrowDown", "ArrowUp", "Home", "End", "PageDown", "PageUp"]);

/**
 * The keyboard in the list: arrows, j and k, Home, End, Page keys move between lines; Right goes on to the
 * controls inside a line or opens a group, Left comes back, goes up to the group or closes it; Enter opens. Space
 * selects, Shift with a move selects on, Ctrl A selects all, Escape none.
 */
export function useListKeys({
  body,
  count,
  active,
  lineHeight,
  setActive,
  scrollTo,
  onEnter,
  onFold,
  parentOf,
  onSelect,
}: {
  body: RefObject<HTMLElement | null>;
  count: number;
  /** The line with the keyboard. */
  active: number;
  /** Height of a line in pixels. */
  lineHeight: number;
  setActive: (line: number) => void;
  scrollTo: (line: number) => void;
  onEnter: (line: number) => void;
  /** Opens or closes a group; false where the line is none or is so already. */
  onFold: (line: number, open: boolean) => boolean;
  /** The head of the group a line stands in; null for none. */
  parentOf: (line: number) => number | null;
  /** Space: the line itself. Shift with a move: all lines up to `to`. Ctrl A: all. Escape: none, false where none is. */
  onSelect: (what: { line: number } | { from: number; to: number } | "all" | "none") => boolean;
}): ListKeys {
  const wanted = useRef(-1);

  useLayoutEffect(() => {
    if (wanted.current !== active) return;
    const line = body.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
    if (!line) return;
    wanted.current = -1;
    line.focus({ preventScroll: true });
  });

  const goTo = (line: number) => {
    const target = Math.max(0, Math.min(count - 1, line));
    wanted.current = target;
    if (target === active) body.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus();
    setActive(target);
    scrollTo(target);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="row"]') : null;
    if (!line || event.defaultPrevented || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() === "a" && !event.shiftKey && onSelect("all")) event.preventDefault();
      return;
    }
    const inList = line.dataset.item !== undefined;
    const done = inList ? act(event.key, line, event.target === line) : inHead(event.key, line);
    if (done) event.preventDefault();
    if (done && inList && event.shiftKey && MOVES.has(event.key))
      onSelect({ from: active, to: wanted.current });
  };

  const pageSize = () => Math.max(1, Math.floor(innerHeight / lineHeight) - 6);

  function act(key: string, line: HTMLElement, onLine: boolean): boolean {
    switch (key) {
      case "ArrowDown":
      case "j":
        goTo(active + 1);
        return true;
      case "ArrowUp":
      case "k":
        goTo(active - 1);
        return true;
      case "Home":
        goTo(0);
        return true;
      case "End":
        goTo(count - 1);
        return true;
      case "PageDown":
        goTo(active + pageSize());
        return true;
      case "PageUp":
        goTo(active - pageSize());
        return true;
      case "ArrowRight":
        return (onLine && onFold(active, true)) || step(line, 1);
      case "ArrowLeft":
        return (onLine && onFold(active, false)) || step(line, -1) || toParent();
      case "Enter":
        if (onLine) onEnter(active);
        return onLine;
      case " ":
        return onLine && onSelect({ line: active });
      case "Escape":
        return onSelect("none");
      default:
        return false;
    }
  }

  function inHead(key: string, line: HTMLElement): boolean {
    if (key === "ArrowRight" || key === "ArrowLeft") return step(line, key === "ArrowRight" ? 1 : -1);
    if (key === "ArrowDown") goTo(active);
    return key === "ArrowDown";
  }

  function toParent(): boolean {
    const parent = parentOf(active);
    if (parent !== null) goTo(parent);
    return parent !== null;
  }

  return { onKeyDown, goTo };
}

/** From a line to its first control, to the next, and back to the line itself. */
function step(line: HTMLElement, by: 1 | -1): boolean {
  const stops = [line, ...line.querySelectorAll<HTMLElement>("a[href], button")];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[here + by];
  next?.focus();
  return next !== undefined;
}
