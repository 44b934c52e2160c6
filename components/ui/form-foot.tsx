import type { ReactNode } from "react";

/** The foot of a form that stays in sight: the way back, what is missing, the ways on, the primary one last. */
export function FormFoot({
  back,
  words,
  children,
}: {
  back?: ReactNode;
  words?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div
      data-foot
      className="sticky bottom-tabbar z-10 flex flex-wrap items-center gap-2 border-line border-t bg-surface px-8 py-2.5 max-sm:px-4"
    >
      {back}
      {words ? <span className="min-w-0 text-ink-3 text-xs max-sm:sr-only">{words}</span> : null}
      <span className="ml-auto flex items-center gap-2 max-sm:flex-1 max-sm:justify-end">{children}</span>
    </div>
  );
}
