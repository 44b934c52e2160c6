"use client";
import { useEffect, useState } from "react";

const NAMES = [
  "flow",
  "syncing-fill",
  "delayed-fill",
  "broken-fill",
  "unknown-fill",
  "line",
  "line-control",
  "accent",
  "sunken",
  "surface",
  "hover",
  "ink",
  "paused-fill",
  "band",
  "flow-strong",
  "ink-3",
] as const;

/** The tokens that a canvas paints with, as the theme has them now. */
export type CanvasColours = Record<(typeof NAMES)[number], string>;

/** `light-dark()` is resolved in a computed colour only, never in the token's own text. */
function readColours(): CanvasColours {
  const probe = document.createElement("span");
  document.body.append(probe);
  const entries = NAMES.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(entries) as CanvasColours;
}

/** Read again when the theme changes, here or in the system. */
export function useCanvasColours(): CanvasColours {
  const [colours, setColours] = useState(readColours);
  useEffect(() => {
    const read = () => setColours(readColours());
    const theme = new MutationObserver(read);
    theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", read);
    return () => {
      theme.disconnect();
      dark.removeEventListener("change", read);
    };
  }, []);
  return colours;
}
