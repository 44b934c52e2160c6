"use client";
import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** The height in pixels that classes give an element, which changes with density, width and zoom. */
export function useMeasuredHeight<T extends HTMLElement>(fallback: number): [RefObject<T | null>, number] {
  const probe = useRef<T>(null);
  const [height, setHeight] = useState(fallback);
  useLayoutEffect(() => {
    const element = probe.current;
    if (!element) return;
    const measure = () => setHeight(element.getBoundingClientRect().height || fallback);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [fallback]);
  return [probe, height];
}
