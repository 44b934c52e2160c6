import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "@/components/ui/cx";

/**
 * On or off at once, with its name beside it; words of what it does go into `children`, or into `aria-label` where
 * its place says the rest. One that can be `mixed` is a checkbox to assistive technology, since a switch cannot.
 */
export function Switch({
  children,
  className,
  hideLabel = false,
  mixed,
  ...rest
}: Omit<ComponentProps<"input">, "type" | "children"> & {
  children?: ReactNode;
  hideLabel?: boolean;
  /** On, with some of what belongs to it off. */
  mixed?: boolean | undefined;
}) {
  const id = useId();
  return (
    <span className={cx("inline-flex items-center gap-2", className)}>
      <span className="relative inline-block h-4 w-7 shrink-0">
        <input
          id={id}
          {...rest}
          ref={(input) => {
            if (input) input.indeterminate = mixed === true;
          }}
          type="checkbox"
          role={mixed === undefined ? "switch" : undefined}
          className="peer absolute -inset-1.5 m-0 h-7 w-10 cursor-pointer opacity-0 disabled:cursor-not-allowed"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 rounded-full border border-line-control bg-surface peer-checked:border-accent peer-checked:bg-accent peer-indeterminate:border-accent peer-indeterminate:bg-accent-soft peer-focus-visible:outline-2 peer-focus-visible:outline-focus peer-focus-visible:outline-offset-2 peer-disabled:border-line-strong peer-disabled:border-dashed peer-disabled:bg-sunken"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-[3px] left-[3px] size-2.5 rounded-full bg-line-control transition-transform duration-[var(--dur-1)] ease-out peer-checked:translate-x-3 peer-checked:bg-on-accent peer-indeterminate:top-[7px] peer-indeterminate:left-[7px] peer-indeterminate:h-0.5 peer-indeterminate:w-3.5 peer-indeterminate:translate-x-0 peer-indeterminate:bg-accent peer-disabled:bg-line-strong peer-checked:peer-disabled:bg-ink-off"
        />
      </span>
      {children === undefined ? null : (
        <label htmlFor={rest.id ?? id} className={hideLabel ? "sr-only" : "cursor-pointer"}>
          {children}
        </label>
      )}
    </span>
  );
}
