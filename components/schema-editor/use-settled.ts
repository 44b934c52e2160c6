"use client";
import { useEffect, useState } from "react";

/** A value as it was last left alone for this long, in milliseconds: what is costly follows it rather than each step. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const rest = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(rest);
  }, [value, ms]);
  return settled;
}
