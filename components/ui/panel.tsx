import { type ReactNode, useId } from "react";
import { cx } from "@/components/ui/cx";

/** A framed part of a page: a region named by its title. Put `PanelBody` or own rows inside. */
export function Panel({
  title,
  sub,
  end,
  foot,
  id,
  level = 2,
  className,
  children,
}: {
  title: ReactNode;
  sub?: ReactNode;
  /** At the right of the head: a link, a small button. */
  end?: ReactNode;
  foot?: ReactNode;
  id?: string;
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
}) {
  const name = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      id={id}
      aria-labelledby={name}
      className={cx("min-w-0 rounded-3 border border-line bg-surface", className)}
    >
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-3 py-1.5 sm:px-4">
        <Heading id={name} className="font-semibold">
          {title}
        </Heading>
        {sub ? <span className="text-ink-3 text-xs">{sub}</span> : null}
        {end ? <div className="ml-auto flex flex-wrap items-center gap-2">{end}</div> : null}
      </div>
      {children}
      {foot ? <div className="border-line border-t px-3 py-2 text-ink-3 text-xs sm:px-4">{foot}</div> : null}
    </section>
  );
}

export function PanelBody({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cx("p-3 sm:p-4", className)}>{children}</div>;
}
