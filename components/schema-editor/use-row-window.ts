"use client";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import {
  isStuck,
  offsetFor,
  type ScrollPlace,
  scrolled,
  scrollMap,
  settled,
  virtualOf,
} from "@/components/schema-editor/scroll-map";

/** Rows drawn beyond either edge of the view. */
const BEYOND = 10;
/** Rows that may be left beyond an edge before more are drawn. */
const SPARE = 3;
/** Where all rows are others, those out of sight are drawn this long after those in sight, in milliseconds. */
const BEYOND_LATER = 120;

export interface RowWindow {
  /** Rows from the first to before the second are drawn. */
  from: number;
  to: number;
  /** Height of the element that holds them, in pixels. */
  height: number;
  /** Where a row is drawn in it. */
  topOf: (row: number) => number;
  /** How many rows fit into the view. */
  page: number;
  /** Brings a row into sight; it is drawn when this returns. */
  reveal: (row: number) => void;
}

/**
 * Draws only the rows near the view of a box that scrolls. React hears of a scroll only when rows run short; between,
 * the browser moves what is drawn. However many rows there are, no element is taller than a few million pixels.
 */
export function useRowWindow({
  box,
  count,
  rowHeight,
  headHeight,
  follow,
  focused,
}: {
  box: RefObject<HTMLElement | null>;
  count: number;
  rowHeight: number;
  /** A new one whenever rows change: where a row that was there is now, so that what is in sight stays there. */
  follow: (row: number) => number;
  /** The row that has the focus, which is held in its place rather than the one at the top; -1 for none. */
  focused: () => number;
  /** Of what stays at the top of the box. */
  headHeight: number;
}): RowWindow {
  const [view, setView] = useState(0);
  const [drawn, setDrawn] = useState({ first: 0, shift: 0, beyond: 0, follow });
  const place = useRef<ScrollPlace>({ physical: 0, shift: 0 });
  const map = useMemo(() => scrollMap(count * rowHeight, view), [count, rowHeight, view]);

  /** Where the box has to stand for what is in sight to stay there. */
  const heldBy = useCallback(
    (moved: (row: number) => number): ScrollPlace => {
      const before = virtualOf(place.current);
      const top = Math.floor(before / rowHeight);
      const focus = focused();
      const held = focus >= top && focus * rowHeight < before + map.view ? focus : before > 0 ? top : 0;
      return settled(map, before + (held > 0 ? moved(held) - held : 0) * rowHeight);
    },
    [map, focused, rowHeight],
  );
  if (drawn.follow !== follow) {
    // Drawn where they will stand: to find out afterwards would draw, and lay out, all of them twice.
    const next = heldBy(follow);
    setDrawn({ first: Math.floor(virtualOf(next) / rowHeight), shift: next.shift, beyond: 0, follow });
  }

  const shown = Math.ceil(view / rowHeight) + 1;
  const first = Math.max(0, Math.min(drawn.first, count - shown + 1));
  const from = Math.max(0, first - drawn.beyond);
  const to = Math.min(count, first + shown + drawn.beyond);
  useEffect(() => {
    if (drawn.beyond === BEYOND) return;
    const rest = setTimeout(() => setDrawn((was) => ({ ...was, beyond: BEYOND })), BEYOND_LATER);
    return () => clearTimeout(rest);
  }, [drawn]);

  const latest = useRef({ map, view, rowHeight, count, from, to, shift: drawn.shift });
  useLayoutEffect(() => {
    latest.current = { map, view, rowHeight, count, from, to, shift: drawn.shift };
  });

  /** Draws what the present place needs, if it is not drawn. */
  const show = useCallback(() => {
    const now = latest.current;
    const virtual = virtualOf(place.current);
    const top = Math.floor(virtual / now.rowHeight);
    const bottom = Math.ceil((virtual + now.view) / now.rowHeight);
    const short = (top < now.from + SPARE && now.from > 0) || (bottom > now.to - SPARE && now.to < now.count);
    if (!short && now.shift === place.current.shift) return;
    flushSync(() => setDrawn((was) => ({ ...was, first: top, shift: place.current.shift, beyond: BEYOND })));
  }, []);

  const move = useCallback(
    (next: ScrollPlace) => {
      const element = box.current;
      if (!element) return;
      // Touching the scroll makes the browser lay everything out at once.
      if (next.physical === place.current.physical) {
        place.current = next;
        return;
      }
      const virtual = virtualOf(next);
      element.scrollTop = next.physical;
      const physical = element.scrollTop;
      // Where a pixel is a pixel the browser's rounding is taken as it is.
      place.current = { physical, shift: next.shift === 0 ? 0 : Math.round(virtual - physical) };
    },
    [box],
  );

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setView(Math.max(0, element.clientHeight - headHeight));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, headHeight]);

  const followed = useRef(follow);
  useLayoutEffect(() => {
    // A view that only became higher or lower has not moved a row.
    const moved = followed.current === follow ? (row: number) => row : follow;
    followed.current = follow;
    move(heldBy(moved));
    const row = Math.floor(virtualOf(place.current) / rowHeight);
    setDrawn((was) =>
      was.first === row && was.shift === place.current.shift
        ? was
        : { ...was, first: row, shift: place.current.shift },
    );
  }, [move, follow, heldBy, rowHeight]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      const { map } = latest.current;
      const next = settled(map, virtualOf(place.current));
      if (Math.abs(next.physical - place.current.physical) <= 1) return;
      move(next);
      show();
    };
    const onScroll = () => {
      const { map, view } = latest.current;
      if (Math.abs(element.scrollTop - place.current.physical) < 0.01) return;
      const far = Math.min(4 * view, map.physicalEnd / Math.max(1, view) / 2);
      place.current = scrolled(map, place.current, element.scrollTop, far);
      if (isStuck(map, place.current)) move(settled(map, virtualOf(place.current)));
      show();
      clearTimeout(rest);
      rest = setTimeout(settle, 200);
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      clearTimeout(rest);
      element.removeEventListener("scroll", onScroll);
    };
  }, [box, move, show]);

  const go = useCallback(
    (virtual: number) => {
      const { map, view } = latest.current;
      const by = virtual - virtualOf(place.current);
      const physical = place.current.physical + by;
      const near = Math.abs(by) <= view && physical >= 0 && physical <= map.physicalEnd;
      move(near ? { physical, shift: place.current.shift } : settled(map, virtual));
      show();
    },
    [move, show],
  );

  return {
    from,
    to,
    height: map.height,
    topOf: (row) => row * rowHeight - drawn.shift,
    page: Math.max(1, Math.floor(view / rowHeight) - 1),
    reveal: (row) => {
      const { view } = latest.current;
      const virtual = virtualOf(place.current);
      const wanted = offsetFor(row, rowHeight, view, virtual);
      if (wanted !== virtual) go(wanted);
    },
  };
}
