import type { ReactNode } from "react";

/** Names at the left, values at the right, one hairline between rows. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="px-3 sm:px-4 [&>*+*]:border-line [&>*+*]:border-t">{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-9 items-center justify-between gap-4 py-1.5">
      <dt className="shrink-0 text-ink-3">{name}</dt>
      <dd className="flex min-w-0 items-center justify-end gap-1 text-right font-medium">{children}</dd>
    </div>
  );
}
