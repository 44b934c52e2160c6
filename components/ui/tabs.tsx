import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export interface Tab {
  href: string;
  label: ReactNode;
  /** At the label's right, smaller. */
  count?: string | undefined;
  current: boolean;
}

/** Places reached by links, the present one underlined; the row scrolls sideways where it is too long. */
export function Tabs({
  label,
  tabs,
  className,
}: {
  label: string;
  tabs: readonly Tab[];
  className?: string;
}) {
  return (
    <nav
      aria-label={label}
      className={cx(
        "-mx-gutter flex gap-0.5 overflow-x-auto border-line border-b px-[calc(var(--gutter)-8px)] [scrollbar-width:none]",
        className,
      )}
    >
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          scroll={false}
          aria-current={tab.current ? "page" : undefined}
          className="-mb-px inline-flex h-9 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 px-2.5 font-medium text-ink-2 hover:text-ink focus-visible:-outline-offset-2 aria-[current]:border-accent aria-[current]:text-ink"
        >
          {tab.label}
          {tab.count === undefined ? null : (
            <span className="font-normal text-2xs text-ink-3">{tab.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
