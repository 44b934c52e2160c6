"use client";
import { ChevronDown, ChevronRight } from "lucide-react";
import Link from "next/link";
import { groupName } from "@/components/fleet/line-name";
import { heightOf } from "@/components/fleet/line-tops";
import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import { ServiceMark } from "@/components/sync-status/service-mark";
import { StatusLabel } from "@/components/sync-status/status-label";
import { cx } from "@/components/ui/cx";
import type {
  FleetConnectionLine,
  FleetGroupLine,
  FleetLine,
  FleetMoreLine,
} from "@/lib/model/fleet/fleet-lines";
import { figure } from "@/lib/model/names";

/** The names of the lines in sight, each in its place. */
export function FleetNames({
  lines,
  tops,
  first,
  end,
  active,
  serviceOf,
  onToggle,
  onWhole,
}: {
  lines: readonly FleetLine[];
  tops: Float64Array;
  first: number;
  end: number;
  active: number;
  serviceOf: (id: string) => string;
  onToggle: (key: string) => void;
  onWhole: (key: string) => void;
}) {
  return lines.slice(first, end).map((line, index) => (
    <div
      key={`${line.kind} ${line.key}`}
      style={{ top: tops[first + index], height: heightOf(line) }}
      className={cx(
        "absolute inset-x-0 border-line",
        line.kind === "group" && "bg-[color-mix(in_srgb,var(--sunken)_55%,var(--surface))]",
        line.kind === "group" && first + index > 0 && "border-t",
        first + index === active && "bg-hover",
      )}
    >
      {line.kind === "group" ? (
        <GroupName line={line} onToggle={() => onToggle(line.key)} />
      ) : line.kind === "more" ? (
        <MoreName line={line} onWhole={() => onWhole(line.key)} />
      ) : (
        <ConnectionName line={line} service={serviceOf(line.row.service)} />
      )}
    </div>
  ));
}

function GroupName({ line, onToggle }: { line: FleetGroupLine; onToggle: () => void }) {
  const Chevron = line.open ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      aria-expanded={line.open}
      onClick={onToggle}
      className="flex size-full items-center gap-1.5 px-2 text-left hover:bg-hover focus-visible:-outline-offset-2 sm:px-3"
    >
      <Chevron aria-hidden="true" className="icon-sm shrink-0 text-ink-3" />
      <span className="max-w-[60%] shrink-0 truncate font-medium" title={groupName(line.key, line.name)}>
        <bdi>{groupName(line.key, line.name)}</bdi>
      </span>
      <span className="text-ink-3 text-xs max-sm:hidden">{figure(line.size)}</span>
      {/* What has no room goes to a second line, which is not seen: half a number would be a wrong one. */}
      <span className="ml-auto flex h-4 min-w-0 flex-wrap justify-end gap-x-2 overflow-hidden text-2xs leading-4 max-sm:hidden">
        {line.counts.map(({ health, count }) => {
          const { icon: Icon, className, word } = HEALTH_LOOK[health];
          return (
            <span
              key={health}
              title={`${figure(count)} ${word}`}
              className={cx("inline-flex items-center gap-1 font-medium", className)}
            >
              <Icon aria-hidden="true" className="size-3 text-fill [stroke-width:2.25]" />
              <span className="sr-only">{word}</span>
              {figure(count)}
            </span>
          );
        })}
      </span>
    </button>
  );
}

/** "406 more: 1 broken, 17 syncing". */
function MoreName({ line: { size, counts }, onWhole }: { line: FleetMoreLine; onWhole: () => void }) {
  const told = counts.map(
    ({ health, count }) => `${figure(count)} ${HEALTH_LOOK[health].word.toLowerCase()}`,
  );
  const words = `${figure(size)} more${told.length > 0 ? `: ${told.join(", ")}` : ""}`;
  return (
    <button
      type="button"
      title={words}
      onClick={onWhole}
      className="size-full truncate pr-2 pl-3 text-left text-ink-3 text-xs hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 sm:pr-3 sm:pl-7"
    >
      {words}
    </button>
  );
}

function ConnectionName({ line: { row, health }, service }: { line: FleetConnectionLine; service: string }) {
  return (
    <Link
      href={`/connections/${encodeURIComponent(row.id)}`}
      prefetch={false}
      title={row.schema}
      className="flex size-full min-w-0 items-center gap-2 pr-2 pl-3 text-ink-2 text-xs hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 sm:pr-3 sm:pl-7"
    >
      <span className="max-sm:hidden">
        <ServiceMark service={service} />
      </span>
      <bdi className="mono truncate">{row.schema}</bdi>
      {health === "healthy" ? null : (
        <StatusLabel health={health} hideWord className="ml-auto max-sm:hidden" />
      )}
    </Link>
  );
}
