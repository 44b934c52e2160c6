"use client";
import { useWindowVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useLayoutEffect, useState } from "react";

interface Window {
  virtualizer: Virtualizer<globalThis.Window, Element>;
  /** Distance of the list from the top of the page, in pixels. */
  offset: number;
}

/**
 * Draws only the lines near the viewport, and the one with the keyboard wherever it is, so that focus is never
 * lost by scrolling. The page itself scrolls.
 */
export function useLineWindow({
  body,
  count,
  heightOf,
  heightsKey,
  keyOf,
  keep,
}: {
  body: RefObject<HTMLElement | null>;
  count: number;
  heightOf: (line: number) => number;
  /** Changes when heights do. */
  heightsKey: string;
  keyOf: (line: number) => string;
  /** The line that stays drawn; -1 for none. */
  keep: number;
}): Window {
  const [offset, setOffset] = useState(0);
  const virtualizer = useWindowVirtualizer<Element>({
    count,
    estimateSize: heightOf,
    getItemKey: keyOf,
    overscan: 12,
    scrollMargin: offset,
    scrollPaddingStart: 90,
    scrollPaddingEnd: 110,
    rangeExtractor: ({ startIndex, endIndex, overscan }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      const lines = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
      if (keep < 0 || keep >= count || (keep >= from && keep <= to)) return lines;
      return keep < from ? [keep, ...lines] : [...lines, keep];
    },
  });

  const measure = useCallback(() => {
    const top = body.current?.getBoundingClientRect().top;
    if (top !== undefined) setOffset(Math.round(top + scrollY));
  }, [body]);
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [measure]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are cached by the virtualizer until told
  useLayoutEffect(() => {
    virtualizer.measure();
  }, [virtualizer, heightsKey]);

  return { virtualizer, offset };
}
