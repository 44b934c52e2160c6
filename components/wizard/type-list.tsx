"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useEffect } from "react";
import { useFillHeight } from "@/components/ui/use-fill-height";
import { useMeasuredHeight } from "@/components/ui/use-measured-height";
import type { CatalogueItem } from "@/components/wizard/catalogue-items";
import { optionId, TYPES_ID } from "@/components/wizard/option-id";
import { TypeOption } from "@/components/wizard/type-option";
import type { ConnectorTypeRow } from "@/lib/model/setup-draft";

/** A type on one line; on a phone on two. */
const LINE = "h-10 max-sm:h-14";
const HEAD = "h-8";

/** The types as a list box of which only what is in sight is drawn. */
export function TypeList({
  items,
  active,
  onActive,
  onStart,
  onKeyDown,
}: {
  items: readonly CatalogueItem[];
  active: string | null;
  onActive: (key: string) => void;
  onStart: (type: ConnectorTypeRow) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const [box, height] = useFillHeight<HTMLDivElement>(0);
  const [lineProbe, line] = useMeasuredHeight<HTMLDivElement>(40);
  const [headProbe, head] = useMeasuredHeight<HTMLDivElement>(32);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: (at) => (items[at]?.kind === "head" ? head : line),
    getItemKey: (at) => items[at]?.key ?? at,
    overscan: 6,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines are laid out anew when their height changes
  useEffect(() => virtualizer.measure(), [virtualizer, line, head]);
  const at = items.findIndex((item) => item.key === active);
  const size = items.reduce((sum, item) => sum + (item.kind === "type" ? 1 : 0), 0);
  useEffect(() => {
    // By what the virtualizer knows already: to ask the element would lay the page out once more for each key.
    const place = virtualizer.measurementsCache[at];
    const top = virtualizer.scrollOffset ?? 0;
    const view = virtualizer.scrollRect?.height ?? 0;
    const first = items.findIndex((item) => item.kind === "type");
    if (!place || at <= first) {
      if (top > 0) virtualizer.scrollToOffset(0);
    } else if (place.start < top) virtualizer.scrollToOffset(place.start);
    else if (place.end > top + view) virtualizer.scrollToOffset(place.end - view);
  }, [virtualizer, items, at]);
  const itemAt = (event: MouseEvent) => {
    const key =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>("[data-item]")?.dataset.item
        : undefined;
    const item = items.find((one) => one.key === key);
    return item?.kind === "type" ? item : undefined;
  };
  return (
    <div className="relative min-w-0 rounded-3 border border-line">
      <div ref={lineProbe} aria-hidden="true" className={`invisible absolute w-px ${LINE}`} />
      <div ref={headProbe} aria-hidden="true" className={`invisible absolute w-px ${HEAD}`} />
      <div
        ref={box}
        id={TYPES_ID}
        role="listbox"
        tabIndex={0}
        aria-label="Connector types"
        aria-activedescendant={active === null ? undefined : optionId(active)}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => {
          // The keyboard stays in the search while the mouse chooses.
          if (itemAt(event) && document.activeElement instanceof HTMLInputElement) event.preventDefault();
        }}
        onClick={(event) => {
          const item = itemAt(event);
          if (item) onActive(item.key);
        }}
        onDoubleClick={(event) => {
          const item = itemAt(event);
          if (item) onStart(item.entry.type);
        }}
        style={{ height }}
        className="h-[46dvh] overflow-y-auto overscroll-contain rounded-[7px] focus-visible:-outline-offset-2"
      >
        <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((row) => {
            const item = items[row.index];
            if (!item) return null;
            return (
              <div
                key={item.key}
                role="presentation"
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${row.start}px)` }}
              >
                {item.kind === "head" ? (
                  <div
                    role="presentation"
                    className={`flex items-center border-line border-b bg-sunken px-3 font-medium text-2xs text-ink-3 ${HEAD}`}
                  >
                    {item.words}
                  </div>
                ) : (
                  <TypeOption item={item} active={item.key === active} size={size} className={LINE} />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
