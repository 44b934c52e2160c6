import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";
import { CONTROL } from "@/components/ui/input";

/** The system's own select in our look: its list, keys and touch behaviour come with the browser. */
export function Select({
  className,
  children,
  measure = "md",
  ...rest
}: ComponentProps<"select"> & { measure?: "md" | "sm" }) {
  return (
    <span className={cx("relative inline-flex min-w-0", className)}>
      <select
        {...rest}
        className={cx(
          CONTROL,
          "appearance-none truncate pr-7 pl-2.5",
          measure === "sm" ? "h-control-sm text-xs" : "h-control max-sm:text-md",
        )}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="icon-sm pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink-3"
      />
    </span>
  );
}
