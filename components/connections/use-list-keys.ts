"use client";
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";

export interface ListKeys {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Moves the keyboard to a line and brings it into sight. */
  goTo: (line: number) => void;
}

/**
 * The keyboard in the list: arrows, j and k, Home, End, Page keys move between lines; Right goes on to the
 * controls inside a line or opens a group, Left comes back, goes up to the group or closes it; Enter opens.
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
    if (!line || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const done =
      line.dataset.item === undefined ? inHead(event.key, line) : act(event.key, line, event.target === line);
    if (done) event.preventDefault();
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
