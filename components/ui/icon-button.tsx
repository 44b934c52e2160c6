import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

export interface IconButtonProps extends ComponentProps<"button"> {
  /** Its name, also shown on hover. */
  label: string;
  size?: "md" | "sm";
}

/** A button that is only an icon; 28 px, or 24 in rows. */
export function IconButton({ label, size = "md", className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={cx(
        "inline-grid shrink-0 place-items-center rounded-2 text-ink-3 transition-colors duration-[var(--dur-1)] hover:bg-hover hover:text-ink disabled:text-ink-off aria-disabled:text-ink-off",
        size === "sm" ? "[&>svg]:icon-sm size-6" : "[&>svg]:icon size-7 max-sm:size-9",
        className,
      )}
    >
      {children}
    </button>
  );
}
