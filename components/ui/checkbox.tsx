import { type ComponentProps, useId } from "react";
import { cx } from "@/components/ui/cx";

/** A native checkbox in our look; `hideLabel` keeps its name for assistive technology only. */
export function Checkbox({
  children,
  className,
  hideLabel = false,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & { hideLabel?: boolean }) {
  const id = useId();
  return (
    <span className={cx("inline-flex items-center gap-2", className)}>
      <input
        id={id}
        {...rest}
        type="checkbox"
        className="size-[15px] shrink-0 cursor-pointer accent-accent disabled:cursor-not-allowed"
      />
      <label htmlFor={rest.id ?? id} className={hideLabel ? "sr-only" : "cursor-pointer"}>
        {children}
      </label>
    </span>
  );
}
