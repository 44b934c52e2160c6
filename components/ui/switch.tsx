import { type ComponentProps, useId } from "react";
import { cx } from "@/components/ui/cx";

/** On or off at once, with its name beside it. Put words of what it does in `children`. */
export function Switch({
  children,
  className,
  hideLabel = false,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & { hideLabel?: boolean }) {
  const id = useId();
  return (
    <span className={cx("inline-flex items-center gap-2", className)}>
      <span className="relative inline-block h-4 w-7 shrink-0">
        <input
          id={id}
          {...rest}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its own checked state
          role="switch"
          className="peer absolute -inset-1.5 m-0 h-7 w-10 cursor-pointer opacity-0 disabled:cursor-not-allowed"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 rounded-full border border-line-control bg-surface transition-colors duration-[var(--dur-1)] peer-checked:border-accent peer-checked:bg-accent peer-focus-visible:outline-2 peer-focus-visible:outline-focus peer-focus-visible:outline-offset-2 peer-disabled:border-line-strong peer-disabled:border-dashed peer-disabled:bg-sunken"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-[3px] left-[3px] size-2.5 rounded-full bg-line-control transition-transform duration-[var(--dur-1)] ease-out peer-checked:translate-x-3 peer-checked:bg-on-accent peer-disabled:bg-line-strong peer-checked:peer-disabled:bg-ink-off"
        />
      </span>
      <label htmlFor={rest.id ?? id} className={hideLabel ? "sr-only" : "cursor-pointer"}>
        {children}
      </label>
    </span>
  );
}
