import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** The title of a page, its sentence and its actions. On a phone the top bar carries the title. */
export function PageHead({
  title,
  actions,
  className,
  children,
}: {
  title: string;
  actions?: ReactNode;
  className?: string;
  children?: ReactNode;
}) {
  return (
    <div
      className={cx(
        "flex min-h-7 flex-wrap items-center gap-x-3 gap-y-2",
        !children && !actions && "max-sm:sr-only",
        className,
      )}
    >
      <h1 className="font-semibold text-xl max-sm:sr-only">{title}</h1>
      {children ? <p className="wrap-anywhere min-w-0 text-ink-3">{children}</p> : null}
      {actions ? <div className="ml-auto flex gap-2 max-sm:ml-0 max-sm:w-full">{actions}</div> : null}
    </div>
  );
}
