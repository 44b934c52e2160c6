import type { ComponentProps } from "react";
import { cx } from "@/components/ui/cx";
import { CONTROL } from "@/components/ui/input";

/** Several lines of text; `mono` for names and keys, `dotted` hides them as a password field does. */
export function Textarea({
  mono = false,
  dotted = false,
  className,
  ...rest
}: ComponentProps<"textarea"> & { mono?: boolean; dotted?: boolean }) {
  return (
    <textarea
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      rows={4}
      {...rest}
      className={cx(
        CONTROL,
        "block resize-y px-2.5 py-1.5 max-sm:text-md",
        mono && "font-mono text-xs",
        dotted && "[-webkit-text-security:disc]",
        className,
      )}
    />
  );
}
