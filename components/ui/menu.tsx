"use client";
import type { LucideIcon } from "lucide-react";
import { type ComponentProps, type ReactNode, useRef, useState } from "react";
import { lazyPiece } from "@/components/ui/lazy-piece";

export interface MenuItem {
  id: string;
  label: ReactNode;
  /** What type-ahead reads when the label is not plain text. */
  text?: string;
  icon?: LucideIcon;
  /** Opens an address instead of calling `onAction`; a full one opens a new tab. */
  href?: string;
  danger?: boolean;
  /** Why it cannot be done now; shown under the label. */
  offBecause?: string | undefined;
  /** Checked state for menus of choices. */
  checked?: boolean;
  /** A line above it. */
  separated?: boolean;
}

const MenuPopover = lazyPiece("The menu", () =>
  import("@/components/ui/menu-popover").then((it) => it.MenuPopover),
);

/**
 * A button and the menu it opens; the menu's code is fetched when the button is first pointed at or focused.
 * With `selection: "multiple"` the menu stays open and items are checkboxes.
 */
export function Menu({
  label,
  items,
  onAction,
  selection = "none",
  children,
  trigger,
  className,
}: {
  /** Name of the menu, and of the button unless `children` are words. */
  label: string;
  items: readonly MenuItem[];
  onAction: (id: string) => void;
  selection?: "none" | "single" | "multiple";
  /** What the button shows. */
  children: ReactNode;
  /** More properties of the button. */
  trigger?: Omit<ComponentProps<"button">, "className" | "onClick" | "ref">;
  className?: string;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-label={typeof children === "string" ? undefined : label}
        {...trigger}
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={MenuPopover.preload}
        onFocus={MenuPopover.preload}
        onClick={() => setOpen((was) => !was)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") {
            event.preventDefault();
            setOpen(true);
          }
        }}
        className={className}
      >
        {children}
      </button>
      {open ? (
        <MenuPopover
          label={label}
          items={items}
          selection={selection}
          anchor={button}
          onAction={onAction}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
