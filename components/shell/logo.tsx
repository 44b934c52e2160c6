import { cx } from "@/components/ui/cx";

/** An H whose crossbar is the raised gate, water running through below. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cx("size-[22px] shrink-0", className)}
    >
      <path className="stroke-[3] stroke-ink" d="M4.5 3v18M19.5 3v18" />
      <path className="stroke-2 stroke-ink" d="M12 3v6" />
      <path className="fill-ink" d="M4.5 8.2h15v4.6h-15z" />
      <path
        className="stroke-2 stroke-[light-dark(#0091b8,var(--accent))]"
        d="M8.2 16.9c1.3-1.2 2.5-1.2 3.8 0s2.5 1.2 3.8 0M8.2 20.9c1.3-1.2 2.5-1.2 3.8 0s2.5 1.2 3.8 0"
      />
    </svg>
  );
}
