import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** The title of a page, its sentence and its actions. On a phone the top bar carries the title. */
export function PageHead({
  title,
  level = 1,
  actions,
  className,
  children,
}: {
  title: string;
  /** 2 for a part of a page that has its own title. */
  level?: 1 | 2;
  actions?: ReactNode;
  className?: string;
  children?: ReactNode;
}) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div
      className={cx(
        "flex min-h-7 flex-wrap items-center gap-x-3 gap-y-2",
        !children && !actions && "max-sm:sr-only",
        className,
      )}
    >
      <Heading className={cx("font-semibold max-sm:sr-only", level === 1 ? "text-xl" : "text-lg")}>
        {title}
      </Heading>
      {children ? <p className="wrap-anywhere min-w-0 text-ink-3">{children}</p> : null}
      {actions ? (
        <div className="ml-auto flex flex-wrap gap-2 max-sm:ml-0 max-sm:w-full">{actions}</div>
      ) : null}
    </div>
  );
}
