"use client";
import { type RefObject, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";

interface Tip {
  name: string;
  left: number;
  top: number;
}

/** Shows a name that its row cuts off, in full, while the pointer or the keyboard is on it; Escape hides it. */
export function FullName({ body }: { body: RefObject<HTMLElement | null> }) {
  const [tip, setTip] = useState<Tip | null>(null);
  const shown = useRef<HTMLDivElement>(null);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const element = body.current;
    if (!element) return;
    const stay = () => clearTimeout(leaving.current);
    const hide = () => {
      stay();
      setTip(null);
    };
    const hideSoon = () => {
      stay();
      leaving.current = setTimeout(hide, 150);
    };
    const showFor = (event: Event) => {
      const name = cutName(event.target, event.type === "focusin");
      if (!name) return hideSoon();
      stay();
      const box = name.getBoundingClientRect();
      setTip({ name: name.textContent, left: Math.max(8, box.left - 8), top: box.bottom + 4 });
    };
    const onScroll = (event: Event) => {
      if (event.target !== shown.current) hide();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") hide();
    };
    element.addEventListener("pointerover", showFor);
    element.addEventListener("focusin", showFor);
    element.addEventListener("pointerleave", hideSoon);
    element.addEventListener("focusout", hideSoon);
    addEventListener("scroll", onScroll, { capture: true, passive: true });
    addEventListener("keydown", onKey);
    return () => {
      stay();
      element.removeEventListener("pointerover", showFor);
      element.removeEventListener("focusin", showFor);
      element.removeEventListener("pointerleave", hideSoon);
      element.removeEventListener("focusout", hideSoon);
      removeEventListener("scroll", onScroll, { capture: true });
      removeEventListener("keydown", onKey);
    };
  }, [body]);

  if (!tip) return null;
  return createPortal(
    <div
      ref={shown}
      aria-hidden="true"
      onPointerEnter={() => clearTimeout(leaving.current)}
      onPointerLeave={() => setTip(null)}
      style={{ left: tip.left, top: tip.top }}
      className="fixed z-50 max-h-96 max-w-[min(520px,calc(100vw-16px))] overflow-y-auto rounded-2 border border-line-strong bg-raised px-2 py-1 shadow-pop"
    >
      <bdi className="mono break-all">{tip.name}</bdi>
    </div>,
    document.body,
  );
}

/** The name that the pointer is on, or that of the row that was focused, if it does not fit. */
function cutName(target: EventTarget | null, ofRow: boolean): HTMLElement | null {
  if (!(target instanceof Element)) return null;
  const name = ofRow
    ? target.closest('[role="row"]')?.querySelector<HTMLElement>("[data-name]")
    : target.closest<HTMLElement>("[data-name]");
  return name && name.scrollWidth > name.clientWidth ? name : null;
}
