import Link from "next/link";
import type { ReactNode } from "react";
import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import { StatusLabel } from "@/components/sync-status/status-label";
import { cx } from "@/components/ui/cx";
import { formatToken } from "@/lib/model/connection-query";
import { HEALTHS, type Health } from "@/lib/model/health";
import { countOf, figure } from "@/lib/model/names";

/** The address of the list with this filter. */
export function listHref(...tokens: string[]): string {
  const q = tokens.filter(Boolean).join(" ");
  return q ? `/connections?q=${encodeURIComponent(q)}` : "/connections";
}

/** How many connections there are of each health, each a way to them; below, the same as a channel. */
export function HealthCounts({
  counts,
  destinations,
  notes,
}: {
  /** In the order of HEALTHS. */
  counts: Uint32Array;
  destinations: number;
  /** A few words beside a count: "+4 in 24 h". */
  notes: ReadonlyMap<Health, string>;
}) {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shown = HEALTHS.map((health, place) => ({ health, count: counts[place] ?? 0 })).filter(
    ({ health, count }) => health !== "unknown" || count > 0,
  );
  return (
    <section
      aria-label="Connections by health"
      className="overflow-hidden rounded-3 border border-line [&_a:focus-visible]:-outline-offset-2"
    >
      <div
        className={cx(
          "grid max-sm:grid-cols-3",
          shown.length > 6
            ? "sm:grid-cols-4 md:grid-cols-[1.15fr_repeat(7,1fr)]"
            : "sm:grid-cols-[1.25fr_repeat(6,1fr)]",
        )}
      >
        <Count
          href={listHref()}
          label={<span className="font-medium text-ink-2 text-xs">All connections</span>}
          count={total}
          note={countOf(destinations, "destination")}
          className="max-sm:col-span-3 max-sm:flex max-sm:items-center max-sm:justify-between max-sm:[&_small]:inline"
        />
        {shown.map(({ health, count }) => (
          <Count
            key={health}
            href={listHref(formatToken("health", [health]))}
            label={
              <StatusLabel health={health} className={cx("text-xs", count === 0 && "[&>svg]:animate-none")} />
            }
            count={count}
            note={notes.get(health)}
            className=""
          />
        ))}
      </div>
      <Channel parts={shown} className="h-[5px] border-line border-t" />
    </section>
  );
}

function Count({
  href,
  label,
  count,
  note,
  className,
}: {
  href: string;
  label: ReactNode;
  count: number;
  note: string | undefined;
  className: string;
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      className={cx(
        "-mt-px -ml-px grid content-start gap-1 border-line border-t border-l px-3 py-2 hover:bg-hover sm:px-4 sm:py-3 sm:max-md:px-2.5",
        className,
      )}
    >
      {label}
      <span className="flex items-baseline gap-2 font-semibold text-ink text-xl sm:text-2xl">
        {figure(count)}
        {note ? (
          <small className="whitespace-nowrap font-normal text-ink-3 text-xs tracking-normal max-md:hidden">
            {note}
          </small>
        ) : null}
      </span>
    </Link>
  );
}

/** One bar of all connections, trouble at its head; the smallest part can still be seen. */
export function Channel({
  parts,
  className,
}: {
  parts: readonly { health: Health; count: number }[];
  className: string;
}) {
  return (
    <div aria-hidden="true" className={cx("flex gap-px overflow-hidden", className)}>
      {parts
        .filter(({ count }) => count > 0)
        .map(({ health, count }) => (
          <span
            key={health}
            style={{ flexGrow: count }}
            className={cx(
              "min-w-1.5",
              health === "healthy" ? "bg-flow" : cx("bg-fill", HEALTH_LOOK[health].className),
            )}
          />
        ))}
    </div>
  );
}
