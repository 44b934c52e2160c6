"use client";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** Never less than this, however low the window is. */
const LEAST = 420;
/** Room below the page. */
const BELOW = 16;

/**
 * The height that lets an element end with the window, as long as the page is not scrolled; undefined on a phone, where
 * the page scrolls.
 */
export function useFillHeight<T extends HTMLElement>(): [RefObject<T | null>, number | undefined] {
  const element = useRef<T>(null);
  const [height, setHeight] = useState<number>();
  useLayoutEffect(() => {
    const measure = () => {
      if (!element.current || innerWidth < 720) return setHeight(undefined);
      const top = element.current.getBoundingClientRect().top + scrollY;
      setHeight(Math.max(LEAST, Math.floor(innerHeight - top - BELOW)));
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
  }, []);
  return [element, height];
}
