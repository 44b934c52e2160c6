"use client";
import { useState } from "react";

/** From this many characters on a text may fill more than two lines. */
const LONG = 150;

/** A text that shows two lines of itself and the rest when asked. */
export function MoreText({ text }: { text: string }) {
  const [whole, setWhole] = useState(text.length <= LONG);
  if (text.length <= LONG) return text;
  return (
    <>
      <span className={whole ? undefined : "line-clamp-2"}>{text}</span>
      <button type="button" aria-expanded={whole} onClick={() => setWhole(!whole)} className="link text-xs">
        {whole ? "Less" : "More"}
      </button>
    </>
  );
}
