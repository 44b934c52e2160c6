"use client";
import { useLayoutEffect, useRef } from "react";
import { NO_SLOTS, slotsFor } from "@/components/schema-editor/row-slots";

/** A lasting number for the elements of each drawn row, by the rows' keys in order. */
export function useRowSlots(keys: readonly string[]): readonly number[] {
  const before = useRef(NO_SLOTS);
  const now = slotsFor(before.current, keys);
  useLayoutEffect(() => {
    before.current = now;
  });
  return now.slots;
}
