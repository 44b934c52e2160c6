import { ChevronDown } from "lucide-react";
import { memo } from "react";
import { GROUP_HEIGHT } from "@/components/connections/columns";
import type { LinePlace } from "@/components/connections/line-place";
import { HEALTH_LOOK } from "@/components/sync-status/health-look";
import { StatusLabel } from "@/components/sync-status/status-label";
import { cx } from "@/components/ui/cx";
import type { Grouping, ListGroup } from "@/lib/model/connection-list";
import { HEALTHS, type Health } from "@/lib/model/health";
import { figure } from "@/lib/model/names";

const LOUD: readonly Health[] = ["broken", "delayed", "incomplete", "syncing", "paused", "unknown"];

/** The head of a group: what it is, how many of how many, and what of it is not simply healthy. */
export const GroupLine = memo(function GroupLine({
  group,
  grouping,
  sub,
  total,
  counts,
  open,
  focusable,
  line,
  top,
}: LinePlace & {
  group: ListGroup;
  grouping: Grouping;
  /** The destination's kind of warehouse. */
  sub: string | null;
  /** How many the account has, filter aside. */
  total: number;
  counts: Uint32Array;
  open: boolean;
}) {
  const shown = group.ids.length;
  const loud = LOUD.filter((health) => (counts[HEALTHS.indexOf(health)] ?? 0) > 0);
  return (
    <div
      role="row"
      aria-rowindex={line}
      aria-level={1}
      aria-expanded={open}
      tabIndex={focusable ? 0 : -1}
      data-item={`group:${group.key}`}
      style={{ transform: `translateY(${top}px)` }}
      className={cx(
        "absolute inset-x-0 top-0 flex cursor-pointer items-center border-line border-b bg-[color-mix(in_srgb,var(--sunken)_60%,var(--surface))] px-3 hover:bg-hover focus-visible:z-[1] sm:px-3.5",
        GROUP_HEIGHT,
      )}
    >
      <div
        role="gridcell"
        aria-colspan={10}
        className="flex min-w-0 flex-1 items-center gap-2 overflow-hidden"
      >
        <ChevronDown
          aria-hidden="true"
          className={cx(
            "icon-sm text-ink-3 transition-transform duration-[var(--dur-1)]",
            !open && "-rotate-90",
          )}
        />
        {grouping === "health" ? (
          <StatusLabel health={group.key as Health} />
        ) : (
          <bdi
            title={group.label}
            className={cx("truncate font-medium", grouping === "destination" && "mono")}
          >
            {group.label}
          </bdi>
        )}
        <span className="whitespace-nowrap text-ink-3">
          {sub ? `${sub} · ` : ""}
          {shown === total ? figure(total) : `${figure(shown)} of ${figure(total)}`}
        </span>
        {grouping === "health" ? null : (
          <span className="ml-2 flex gap-3 text-xs max-sm:ml-auto max-sm:gap-2">
            {loud.map((health) => {
              const { word, icon: Icon, className, iconClass } = HEALTH_LOOK[health];
              const count = figure(counts[HEALTHS.indexOf(health)] ?? 0);
              return (
                <span
                  key={health}
                  title={`${count} ${word.toLowerCase()}`}
                  className={cx("inline-flex items-center gap-1 whitespace-nowrap font-medium", className)}
                >
                  <Icon
                    aria-hidden="true"
                    className={cx("size-3 shrink-0 text-fill [stroke-width:2.25]", iconClass)}
                  />
                  {count}
                  <span className="max-md:sr-only">{word.toLowerCase()}</span>
                </span>
              );
            })}
          </span>
        )}
      </div>
    </div>
  );
});
