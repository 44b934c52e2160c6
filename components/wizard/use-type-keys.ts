"use client";
import type { KeyboardEvent } from "react";
import type { CatalogueItem } from "@/components/wizard/catalogue-items";

const PAGE = 10;

/** Arrows and Page keys walk through the types, Enter begins with the one they stand on. */
export function useTypeKeys({
  items,
  active,
  onActive,
  onEnter,
}: {
  items: readonly CatalogueItem[];
  active: string | null;
  onActive: (key: string) => void;
  onEnter: () => void;
}): (event: KeyboardEvent) => void {
  const types = items.filter((item) => item.kind === "type");
  const here = types.findIndex((item) => item.key === active);
  const go = (place: number) => {
    const item = types[Math.max(0, Math.min(types.length - 1, place))];
    if (item) onActive(item.key);
  };
  const steps: Record<string, number> = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    PageDown: here + PAGE,
    PageUp: here - PAGE,
  };
  return (event) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const inText = event.target instanceof HTMLInputElement;
    const place =
      steps[event.key] ??
      (inText ? undefined : event.key === "Home" ? 0 : event.key === "End" ? types.length - 1 : undefined);
    if (place !== undefined) {
      event.preventDefault();
      go(place);
    } else if (event.key === "Enter") {
      event.preventDefault();
      onEnter();
    }
  };
}
