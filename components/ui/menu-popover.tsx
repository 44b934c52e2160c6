"use client";
import { Check } from "lucide-react";
import { type RefObject, useEffect, useRef } from "react";
import { MenuItem as Item, Menu as List, Popover, Separator, Text } from "react-aria-components";
import { cx } from "@/components/ui/cx";
import type { MenuItem } from "@/components/ui/menu";

/** What `Menu` loads. */
export function MenuPopover({
  label,
  items,
  selection,
  anchor,
  onAction,
  onClose,
}: {
  label: string;
  items: readonly MenuItem[];
  selection: "none" | "single" | "multiple";
  anchor: RefObject<HTMLButtonElement | null>;
  onAction: (id: string) => void;
  onClose: () => void;
}) {
  const list = useFocusedItem();
  const act = (id: string) => {
    onAction(id);
    if (selection !== "multiple") onClose();
  };
  return (
    <Popover
      aria-label={label}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      triggerRef={anchor}
      placement="bottom end"
      offset={4}
      className="max-h-[min(420px,80vh)] min-w-44 max-w-[min(340px,calc(100vw-16px))] overflow-y-auto rounded-3 border border-line-strong bg-raised p-1 shadow-pop outline-none data-[entering]:animate-pop"
    >
      <List
        ref={list}
        aria-label={label}
        autoFocus="first"
        selectionMode={selection}
        selectedKeys={items.filter((item) => item.checked).map((item) => item.id)}
        disabledKeys={items.filter((item) => item.offBecause !== undefined).map((item) => item.id)}
        onAction={(key) => act(String(key))}
        onClose={selection === "multiple" ? undefined : onClose}
        className="outline-none"
      >
        {items.flatMap((item) => [
          ...(item.separated
            ? [<Separator key={`${item.id}-line`} className="my-1 border-line border-t" />]
            : []),
          <Item
            key={item.id}
            id={item.id}
            href={item.href}
            {...(item.href?.includes("://") ? { target: "_blank", rel: "noreferrer" } : {})}
            textValue={item.text ?? (typeof item.label === "string" ? item.label : item.id)}
            className={cx(
              "flex min-h-8 cursor-pointer items-center gap-2.5 rounded-2 px-2 py-1 outline-none data-[disabled]:cursor-not-allowed data-[focused]:bg-hover data-[disabled]:text-ink-off data-[focus-visible]:[outline:var(--focus-width)_solid_var(--focus)]",
              item.danger ? "text-broken-text" : "text-ink",
            )}
          >
            {selection === "none" ? null : (
              <Check aria-hidden="true" className={cx("icon-sm", !item.checked && "invisible")} />
            )}
            {item.icon ? (
              <item.icon aria-hidden="true" className={cx("icon-sm", !item.danger && "text-ink-3")} />
            ) : null}
            <span className="grid min-w-0 flex-1">
              <Text slot="label" className="truncate">
                {item.label}
              </Text>
              {item.offBecause ? (
                <Text slot="description" className="text-ink-3 text-xs">
                  {item.offBecause}
                </Text>
              ) : null}
            </span>
          </Item>,
        ])}
      </List>
    </Popover>
  );
}

/**
 * Moves a focus that stays on the menu itself on to its item. Until the key that opened it is up, React Aria takes the
 * press for one of a screen reader, waits with the item's focus, and gives it up when the menu has it by then.
 */
function useFocusedItem(): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const menu = list.current;
    if (!menu) return;
    let frame = 0;
    const settle = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (document.activeElement !== menu) return;
        const item =
          menu.querySelector<HTMLElement>("[data-focused]") ?? menu.querySelector<HTMLElement>(ITEM);
        item?.focus();
      });
    };
    settle();
    menu.addEventListener("focusin", settle);
    return () => {
      cancelAnimationFrame(frame);
      menu.removeEventListener("focusin", settle);
    };
  }, []);
  return list;
}

const ITEM = '[role^="menuitem"]:not([data-disabled])';
