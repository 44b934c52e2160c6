"use client";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** Never less than this, however low the window is. */
const LEAST = 420;
/** Room below the page. */
const BELOW = 16;

/**
 * The height that lets an element end with the window, as long as the page is not scrolled; undefined on a phone, where
 * the page scrolls.
 * @param foot height of what stays in sight below the page, in pixels
 */
export function useFillHeight<T extends HTMLElement>(
  foot: number,
): [RefObject<T | null>, number | undefined] {
  const element = useRef<T>(null);
  const [height, setHeight] = useState<number>();
  useLayoutEffect(() => {
    const measure = () => {
      if (!element.current || innerWidth < 720) return setHeight(undefined);
      const top = element.current.getBoundingClientRect().top + scrollY;
      setHeight(Math.max(LEAST, Math.floor(innerHeight - top - BELOW - foot)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    const page = document.getElementById("main");
    for (const watched of [page, page?.previousElementSibling, element.current?.parentElement])
      if (watched) observer.observe(watched);
    addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      removeEventListener("resize", measure);
    };
  }, [foot]);
  return [element, height];
}
