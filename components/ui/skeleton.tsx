import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** One grey bar in the place of what comes; width and height by classes. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "block h-2.5 animate-shimmer rounded-1 bg-[linear-gradient(90deg,var(--pressed),color-mix(in_srgb,var(--pressed)_55%,var(--surface))_50%,var(--pressed))] bg-size-[200%_100%]",
        className,
      )}
    />
  );
}

/** Holds skeletons: hidden for the first 200 ms so that quick answers do not flash. */
export function Loading({
  label,
  className,
  children,
}: {
  /** "Loading connections" */
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div role="status" aria-busy="true" className={className}>
      <span className="sr-only">{label}</span>
      <div className="contents [&>*]:animate-late">{children}</div>
    </div>
  );
}
