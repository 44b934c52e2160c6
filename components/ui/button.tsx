"use client";
import Link from "next/link";
import type { ComponentProps, MouseEvent } from "react";
import { cx } from "@/components/ui/cx";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger" | "danger-fill";

const LOOKS: Record<ButtonLook, string> = {
  primary:
    "border-accent bg-accent text-on-accent shadow-control hover:border-accent-hover hover:bg-accent-hover",
  secondary:
    "border-line-strong bg-surface text-ink shadow-control hover:border-line-control hover:bg-hover [&>svg]:text-ink-3",
  quiet: "border-transparent text-ink-2 hover:bg-hover hover:text-ink [&>svg]:text-ink-3",
  danger:
    "border-line-strong bg-surface text-broken-text shadow-control hover:border-line-control hover:bg-hover",
  "danger-fill":
    "border-transparent bg-[light-dark(var(--broken-text),var(--broken-fill))] text-[light-dark(#ffffff,#1c0605)] hover:brightness-110",
};

const SHAPE =
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-2 border font-medium transition-colors duration-[var(--dur-1)] [&>svg]:icon-sm";
const OFF =
  "aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-ink-off aria-disabled:shadow-none aria-disabled:brightness-100 disabled:border-line disabled:bg-sunken disabled:text-ink-off disabled:shadow-none";

/** The classes of a button, for elements that are not one. */
export function buttonClass(look: ButtonLook = "secondary", size: "md" | "sm" = "md"): string {
  const measure = size === "sm" ? "h-control-sm px-2.5 text-xs" : "h-control px-3 text-sm";
  return cx(SHAPE, measure, LOOKS[look], OFF);
}

export interface ButtonProps extends ComponentProps<"button"> {
  look?: ButtonLook;
  size?: "md" | "sm";
  /** Switches the button off and says why; it stays reachable by keyboard so that the reason can be heard. */
  offBecause?: string | undefined;
  /** Shows that its work is under way; presses are ignored meanwhile. */
  pending?: boolean;
}

/** A native button. Icons inside it are 14 px. One `primary` per view. */
export function Button({
  look = "secondary",
  size = "md",
  type = "button",
  offBecause,
  pending = false,
  className,
  onClick,
  title,
  ...rest
}: ButtonProps) {
  const off = offBecause !== undefined || pending;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (off) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      title={offBecause ?? title}
      aria-disabled={off || undefined}
      aria-busy={pending || undefined}
      onClick={press}
      className={cx(buttonClass(look, size), className)}
    />
  );
}

/** A link that looks like a button, within the app. */
export function ButtonLink({
  look = "secondary",
  size = "md",
  className,
  ...rest
}: ComponentProps<typeof Link> & { look?: ButtonLook; size?: "md" | "sm" }) {
  return <Link {...rest} className={cx(buttonClass(look, size), className)} />;
}
