import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";

/** The edge, ground and focus of everything one types or chooses in. */
export const CONTROL =
  "min-w-0 w-full rounded-2 border border-line-control bg-surface text-ink focus-visible:border-transparent focus-visible:-outline-offset-1 aria-invalid:border-broken-fill aria-invalid:shadow-[0_0_0_1px_var(--broken-fill)] disabled:border-line disabled:bg-sunken disabled:text-ink-off";

/** A line of text; `mono` for names that exist upstream. */
export function Input({ mono = false, className, ...rest }: ComponentProps<"input"> & { mono?: boolean }) {
  return (
    <input
      autoComplete="off"
      spellCheck={false}
      {...rest}
      className={cx(CONTROL, "h-control px-2.5 max-sm:text-md", mono && "font-mono text-xs", className)}
    />
  );
}
