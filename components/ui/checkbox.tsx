import { Check, Minus } from "lucide-react";
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
      <span className="relative inline-grid size-[15px] shrink-0 place-items-center">
        <input
          id={id}
          {...rest}
          type="checkbox"
          className="peer absolute inset-0 m-0 cursor-pointer appearance-none rounded-[4px] border border-line-control bg-surface before:absolute before:-inset-1.5 checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent focus-visible:rounded-[4px] disabled:border-line-strong disabled:bg-sunken"
        />
        <Check
          aria-hidden="true"
          className="pointer-events-none relative hidden size-3 stroke-3 text-on-accent peer-checked:block peer-indeterminate:hidden peer-disabled:text-ink-off"
        />
        <Minus
          aria-hidden="true"
          className="pointer-events-none relative hidden size-3 stroke-3 text-on-accent peer-indeterminate:block"
        />
      </span>
      <label htmlFor={rest.id ?? id} className={hideLabel ? "sr-only" : "cursor-pointer"}>
        {children}
      </label>
    </span>
  );
}
